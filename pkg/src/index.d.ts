/**
 * The answer of the ColdSend API, on your own machine, before you send.
 *
 * @module
 */
import type {
  AnswerId,
  BodyOperation,
  ErrorType,
  Fact,
  OperationId,
  QueryOperation,
  Requests,
  Requirement,
  RuleId,
  Situation,
} from "./generated/requests.js";

export type * from "./generated/requests.js";

/**
 * A method, in upper or lower case, and a path, as in `PUT /campaigns/{campaign_id}`; what stands in place of the braces
 * is checked.
 */
export type Route = `${Method | Lowercase<Method>} ${string}`;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What `check` takes for an operation: its request; a query string may be text or pairs too. */
export type Input<O extends OperationId> = Requests[O] | (O extends QueryOperation ? QueryString : never);

/** A query string: text, or pairs, as of a `URLSearchParams`, a `FormData` or a `Map`; nothing is none. */
export type QueryString = string | Iterable<readonly [string, unknown]> | undefined;

/** Nothing but what has no fields of its own to compare: `unknown`, `any`, or an object with any names. */
type Untyped<B> = unknown extends B ? unknown : string extends keyof B ? unknown : never;

/** What the API would answer. */
export type Answer = Accepted | Rejected;

/** The API would take the request. */
export interface Accepted {
  ok: true;
  /**
   * What is better changed before it is sent; nothing of it makes the API refuse. Empty with
   * {@link CheckOptions.advice | `{ advice: false }`}.
   */
  advice: Issue[];
}

/** The API would refuse the request, or you do: {@link CheckOptions.deny}. */
export type Rejected = Refused | Denied;

/** The API would refuse the request. */
export interface Refused {
  ok: false;
  /** The HTTP status: 422, 400, or 500 where the API fails. */
  status: number;
  /** The API's answer, byte for byte. */
  body: string;
  /** What the answer is about, in its order; then the advice that is denied. */
  issues: Issue[];
  /** What is better changed besides. */
  advice: Issue[];
}

/** The API would take the request, but there is advice that you deny. */
export interface Denied {
  ok: false;
  /** The API has no answer. */
  status: null;
  body: null;
  /** The advice that is denied. */
  issues: Issue[];
  /** The other advice. */
  advice: Issue[];
}

/** How to check. */
export interface CheckOptions {
  /** `false` leaves out advice that is not denied, which makes the check faster: the answer's `advice` is empty. */
  advice?: boolean | undefined;
  /**
   * Rules whose advice makes an issue, so that the answer is not `ok`: for those who are stricter than the API. If there is
   * nothing else, `status` and `body` are `null`.
   */
  deny?: readonly RuleId[] | undefined;
}

/** One thing that is wrong, or could be better. */
export interface Issue {
  /** The way to the value from the object that was checked; empty if it is about the whole. */
  path: (string | number)[];
  /** The API's words. */
  message: string;
  /** What to do about it, for people: `At least 8 characters; this has 5`. */
  hint: string;
  /** The API's `type`. */
  type: ErrorType | (string & {});
  /** The id of the rule; see {@link rules}. */
  rule: RuleId | (string & {});
  /** The API's `loc`: the path, with where it starts in front, as in `["body", "name"]`. */
  loc: (string | number | boolean)[];
  /** The limits that the message names, as in `{ limit_value: 8 }`. */
  ctx?: { [name: string]: unknown };
}

/**
 * Returns the API's answer to a request.
 *
 * The body is taken as `JSON.stringify` would send it: what is `undefined` is left out, a `Date` is text; a body
 * that is `undefined`, a function or a symbol is no body. The query string of an operation that has one is text,
 * pairs (a `URLSearchParams`, for example), or an object of parameters.
 *
 * A value of type `unknown` or `Record<string, unknown>` may be given too.
 *
 * @param operation The id of an operation, or a method and a path.
 * @param body What to send.
 * @param options `{ advice: false }` leaves out advice, `{ deny: ["lead-email"] }` makes an issue of some.
 * @throws {TypeError} If there is no such operation, rule or option, if an option has the wrong type, or if there are two
 * query strings, or one that cannot be read; also what `JSON.stringify` throws, at a BigInt or a cycle.
 * @throws {RangeError} If the text that is sent has more than 33,554,432 characters, or the operation more than 4,096.
 *
 * @example
 * ```js
 * import { check } from "coldsend-lint";
 *
 * const answer = check("create_campaign", { name: "Hi" });
 * if (!answer.ok) console.log(answer.status, answer.issues[0].hint);
 * // 422 At least 8 characters; this has 2
 * ```
 */
export declare function check<O extends OperationId>(operation: O, body: Input<O>, options?: CheckOptions): Answer;
export declare function check(operation: Exclude<OperationId, BodyOperation> | Route): Answer;
export declare function check(operation: Route, body: unknown, options?: CheckOptions): Answer;
export declare function check<B>(operation: OperationId, body: B & Untyped<B>, options?: CheckOptions): Answer;

/**
 * Returns the API's answer to a request whose text is there already; then it is the fastest way.
 *
 * @param operation The id of an operation, or a method and a path.
 * @param text The body as it is sent, or the query string; nothing or `""` is no body.
 * @param options As for {@link check}.
 * @throws {TypeError} If there is no such operation, rule or option, if an option has the wrong type, if the text is no
 * string, or if there are two query strings.
 * @throws {RangeError} If the text has more than 33,554,432 characters, or the operation more than 4,096.
 *
 * @example
 * ```js
 * import { checkText } from "coldsend-lint";
 *
 * checkText("PUT /campaigns/{campaign_id}", '{"daily_limit_per_inbox": 101}').ok; // false
 * checkText("list_campaigns", "?page=1&limit=20").ok; // true
 * ```
 */
export declare function checkText(operation: OperationId | Route, text?: string, options?: CheckOptions): Answer;

/**
 * Starts the WASM before the first check does. In browsers that means to unpack it, which takes 0.1 to 0.4 seconds,
 * and on a phone a second or more: this does it in small parts, while the page is idle, as `bindForm` does by itself.
 * A check in between does the rest at once.
 *
 * @example
 * ```js
 * import { check, warmUp } from "coldsend-lint";
 *
 * await warmUp();
 * check("add_lead", { email: "jo@example.com" });
 * ```
 */
export declare function warmUp(): Promise<void>;

/**
 * A [Standard Schema](https://standardschema.dev) v1 for each operation, for form libraries and others. It answers
 * at once, and gives back the value that it was given.
 *
 * @example
 * ```js
 * import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
 * import { schemas } from "coldsend-lint";
 *
 * useForm({ resolver: standardSchemaResolver(schemas.create_campaign) });
 * ```
 */
export declare const schemas: Schemas & {
  /**
   * Returns schemas that deny some advice.
   *
   * @throws {TypeError} If there is no such option; a schema does if there is no such rule.
   *
   * @example
   * ```js
   * const strict = schemas.with({ deny: ["lead-email"] });
   * useForm({ resolver: standardSchemaResolver(strict.add_lead) });
   * ```
   */
  with(options: SchemaOptions): Schemas;
};

/** A schema for each operation. */
export type Schemas = { readonly [O in OperationId]: Schema<Requests[O]> };

/** How schemas check. */
export type SchemaOptions = Pick<CheckOptions, "deny">;

/** A Standard Schema v1 that answers at once. */
export interface Schema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "coldsend-lint";
    /** Checks a value. */
    readonly validate: (value: unknown) => { value: T; issues?: undefined } | { issues: readonly Issue[] };
    /** For types only. */
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}

/** What an answer of the API means: the object of `coldsend-lint explain --format json`. */
export type Explanation = ExplainedAfter | ExplainedOtherwise;

/** An answer after which to wait for so many seconds. */
export interface ExplainedAfter extends Explained {
  /** To send the same request again after {@link retry_after_seconds}. */
  retry: "after";
  /** The wait. */
  retry_after_seconds: number;
}

/** Any other answer. */
export interface ExplainedOtherwise extends Explained {
  /**
   * Whether to send the same request again: never, after it was put right, or after a wait that grows with each try.
   */
  retry: "never" | "after_fix" | "backoff";
  /** The answer names no wait. */
  retry_after_seconds: null;
}

/** What every explanation has. */
export interface Explained {
  /** Which answer it is; `unknown` is none that is documented. */
  id: AnswerId;
  /** The HTTP status that was given, else the documented one, if there is one. */
  status: number | null;
  /** The status that is documented, or expected where no page prints one, if another was given. */
  status_expected: number | null;
  /** What to do. */
  fix: string;
  /** What the answer has as its `detail`, but for what may be a secret; `null` if it has none. */
  detail: unknown;
}

/** What else is known of an answer. */
export interface ExplainOptions {
  /**
   * Its headers: a `Headers`, another list of pairs, or an object; the case of names does not count. Of an answer that
   * refuses for the rate limit, `X-RateLimit-Reset` has the wait where its text does not; `Date` is the present time.
   */
  headers?: Iterable<readonly [string, unknown]> | { readonly [name: string]: unknown } | null | undefined;
  /** The present time, if not that of the header `Date`, or else of the clock; a number is of milliseconds, as `Date.now()`. */
  now?: Date | number | undefined;
}

/**
 * Explains an answer of the API, and whether to send the request again. No text fails: what is no answer of
 * the API, such as a page of a proxy, is explained by its status.
 *
 * @param status The HTTP status; `null` or `undefined` if it is not known.
 * @param body The text of the answer, or what was parsed from it.
 * @param options What else is known of it.
 * @throws {TypeError} If the status is no number from 100 to 599, or the options are wrong; also what `JSON.stringify`
 * throws.
 * @throws {RangeError} If the text has more than 33,554,432 characters.
 *
 * @example
 * ```js
 * import { explain } from "coldsend-lint";
 *
 * const { retry, retry_after_seconds: seconds } = explain(429, { detail: "Rate limit exceeded. Retry after 60 seconds." });
 * // retry is "after", seconds is 60
 *
 * const response = await fetch(url, request);
 * explain(response.status, await response.text(), { headers: response.headers });
 * ```
 */
export declare function explain(status: number | null | undefined, body?: unknown, options?: ExplainOptions): Explanation;

/** What the API would answer in a situation. */
export type Foretold = ForetoldAccepted | ForetoldRejected;

/** The API would take the request, as far as is known. */
export interface ForetoldAccepted extends Accepted, Foresight {}

/** The API would refuse the request. */
export interface ForetoldRejected extends Foresight {
  ok: false;
  /** The HTTP status; `null` where no page prints it: of a launch that lacks something. */
  status: number | null;
  /** The API's answer, byte for byte. */
  body: string;
  /** What the answer is about, in its order; empty if that is not the request, but the situation. */
  issues: Issue[];
  /** What is better changed besides. */
  advice: Issue[];
  /** What the answer means: the result of {@link explain}, but for a failure of the server that the body causes. */
  explanation: Explanation;
}

/** What follows from a situation besides. */
export interface Foresight {
  /** What is not known of all that comes before the answer; what depends on it was passed over. */
  unknown: Fact[];
  /** Whether the campaign can be launched, if the request asks for that and nothing else refuses it. */
  launch: {
    /** `null` if it is not known. */
    is_launch_ready: boolean | null;
    /** What the campaign is known to lack. */
    missing_requirements: Requirement[];
  } | null;
}

/**
 * Predicts the first answer of the API to a request, by what is known before it is sent: the API key and its
 * scopes, the state of campaigns and inboxes, the rate limit. It checks the request, too: where nothing is known, the
 * answer is that of {@link check}. It has a WASM of its own.
 *
 * No page says in which order the API looks at things; the one here is chosen: key, rate limit, scopes, body, fields,
 * campaign, its state, accounts, percentages, launch.
 *
 * @param operation The id of an operation, or a method and a path; only a path says which campaign it is about.
 * @param body What to send, as for {@link check}.
 * @param situation What is known. An API key in it is never shown.
 * @throws {TypeError} If there is no such operation, if the situation is wrong, or if there are two query strings, or one
 * that cannot be read; also what `JSON.stringify` throws.
 * @throws {RangeError} If the text that is sent, or the situation as JSON, has more than 33,554,432 characters, or the
 * operation more than 4,096.
 *
 * @example
 * ```js
 * import { preflight } from "coldsend-lint";
 *
 * const answer = preflight("create_campaign", { name: "Autumn campaign" }, { scopes: ["campaigns:read"] });
 * if (!answer.ok) console.log(answer.status, answer.explanation.fix);
 * // 403 Create a new API key that has the required scopes.
 * ```
 */
export declare function preflight<O extends OperationId>(operation: O, body: Input<O>, situation?: Situation): Foretold;
export declare function preflight(operation: Exclude<OperationId, BodyOperation> | Route): Foretold;
export declare function preflight(operation: Route, body: unknown, situation?: Situation): Foretold;
export declare function preflight<B>(operation: OperationId, body: B & Untyped<B>, situation?: Situation): Foretold;

/** One rule or one answer; its page of the reference has more. */
export interface Rule {
  /** Its id, like `campaign-name`; never used again for another rule. */
  id: RuleId | AnswerId;
  /** What it is about; of an answer, what happened. */
  summary: string;
  /**
   * What it constrains: a field, several fields together, a parameter of the path, a header, or the whole body.
   * `answer` is no rule, but an answer that depends on more than the request.
   */
  subject: "field" | "across" | "path" | "header" | "body" | "answer";
  /** The object with the fields, like `campaign`. */
  object: string | null;
  /** The fields. */
  fields: string[];
  /** The operations it is for; none for an answer. */
  operations: OperationId[];
  /** Whether breaking it makes the API refuse; otherwise it is advice. An answer cannot be broken. */
  rejects: boolean | null;
  /** How sure its limits are; of an answer, how sure it is that the API gives it. */
  limit: "printed" | "corroborated" | "client" | "recommended" | "guessed";
  /** How sure the words of its messages are, at their weakest; `null` if there are none. */
  wording: "printed" | "derived" | "chosen" | null;
  /** The page that it is from. */
  page: string;
  /** The version that knew it first. */
  since: string;
  /** Every way to break it, with the API's words. */
  constraints: {
    /** Where, below the field: empty, `[i]` or `{key}`. */
    at: string;
    msg: string;
    type: string;
    wording: "printed" | "derived" | "chosen";
  }[];
  /** The answer of this id, if there is one. */
  answer: {
    /** The statuses that a page prints for it. */
    statuses: number[];
    /** The status that is expected where no page prints one. */
    status_expected: number | null;
    /** Whether to send the same request again, if the answer itself names no wait. */
    retry: "never" | "after_fix" | "backoff";
    /** What happened. */
    cause: string;
    /** What to do. */
    fix: string;
  } | null;
}

/**
 * Every rule and every answer, as `coldsend-lint rules --format json` prints them.
 *
 * @example
 * ```js
 * import { rules } from "coldsend-lint";
 *
 * rules().find((rule) => rule.id === "campaign-name").constraints;
 * ```
 */
export declare function rules(): Rule[];

/**
 * The first message for each field, by its path with dots; what is about the whole is under `""`.
 *
 * @example
 * ```js
 * import { check, toFieldErrors } from "coldsend-lint";
 *
 * const answer = check("create_campaign", { name: "Hi" });
 * if (!answer.ok) toFieldErrors(answer.issues).name; // "ensure this value has at least 8 characters"
 * ```
 */
export declare function toFieldErrors(
  issues: readonly { path: readonly (string | number)[]; message: string }[],
): { [path: string]: string };

/**
 * A path as a JSON Pointer (RFC 6901).
 *
 * @example
 * ```js
 * import { toPointer } from "coldsend-lint";
 *
 * toPointer(["variants", 0, "subject_template"]); // "/variants/0/subject_template"
 * ```
 */
export declare function toPointer(path: readonly (string | number)[]): string;
