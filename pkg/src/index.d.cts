/**
 * Find out how the ColdSend API would answer a request before you send it.
 *
 * @module
 */
import type {
  AnswerId,
  BodyOperation,
  Constraint,
  ErrorType,
  Fact,
  LeadRuleId,
  OperationId,
  OwnMessageKey,
  QueryOperation,
  Requests,
  Requirement,
  Routes,
  RuleConstraint,
  RuleId,
  Situation,
} from "./generated/requests.cjs";

export type * from "./generated/requests.cjs";
export { checkLeads } from "./leads.cjs";
export type * from "./leads.cjs";

/**
 * A method, in upper or lower case, and a path, such as `PUT /campaigns/{campaign_id}`. If the path contains a value
 * instead of a placeholder, the value is checked.
 */
export type Route = `${Method | Lowercase<Method>} ${string}`;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What `check` accepts for an operation: its request. A query string may also be text or pairs. */
export type Input<O extends OperationId> = Inputs[O];

/** What `check` accepts, by operation. */
export type Inputs = { [O in OperationId]: Requests[O] | (O extends QueryOperation ? QueryString : never) };

/**
 * What `check` accepts for a route: the request of its operation, or any value if the route is not a literal, or
 * unknown.
 */
export type RouteInput<R extends string> = [OperationOf<R>] extends [never] ? unknown : Inputs[OperationOf<R>];

/** The operation of a route that is a literal; `never` if there is none. */
export type OperationOf<R extends string> = { [O in OperationId]: Segments<R> extends Routes[O] ? O : never }[OperationId];

/** A method and the segments of a path, without its query string. */
type Segments<R extends string> = R extends `${infer M} ${infer P}`
  ? Path<Before<Before<P, "?">, "#">> extends `/${infer S}`
    ? [Uppercase<M>, ...Split<S>]
    : []
  : [];
type Path<P extends string> = P extends `${string}/api/public/v1/${infer S}` ? `/${S}` : P;
type Before<P extends string, C extends string> = P extends `${infer A}${C}${string}` ? A : P;
type Split<P extends string> = P extends `${infer A}/${infer B}` ? [A, ...Split<B>] : [P];

/** A query string: text, or pairs such as a `URLSearchParams`, a `FormData` or a `Map`; `undefined` for none. */
export type QueryString = string | Iterable<readonly [string, unknown]> | undefined;

/**
 * What `check` accepts for an operation or a route: also values of type `unknown` or `any`, and objects with arbitrary
 * keys.
 */
type Body<N extends string, B> = Inputs[N & OperationId] | (N extends OperationId ? never : RouteInput<N>) | Untyped<B>;
type Untyped<B> = unknown extends B ? B : string extends keyof B ? B : never;

/** An operation or a route that needs no body, as far as is known. */
type WithoutBody<N extends string> = N & ([N & BodyOperation | (N extends OperationId ? never : OperationOf<N> & BodyOperation)] extends [never] ? unknown : never);

/** What the API would answer. */
export type Answer = Accepted | Rejected;

/** The API would accept the request. */
export interface Accepted {
  ok: true;
  /** Always empty. */
  issues: [];
  /**
   * What you may want to change even though the API accepts it. Empty with
   * {@link CheckOptions.advice | `{ advice: false }`}.
   */
  advice: Issue[];
}

/** The API would reject the request, or it has advice that you deny ({@link CheckOptions.deny}). */
export type Rejected = RejectedByApi | Denied;

/** The API would reject the request. */
export interface RejectedByApi {
  ok: false;
  /** The HTTP status: 422, 400, or 500 if the API's server would fail. */
  status: number;
  /** The API's answer, byte for byte. */
  body: string;
  /** The errors in the order of the answer, then the advice that you deny. */
  issues: Issue[];
  /** What else you may want to change. */
  advice: Issue[];
}

/** The API would accept the request, but there is advice that you deny. */
export interface Denied {
  ok: false;
  /** `null`, since the API would accept the request. */
  status: null;
  body: null;
  /** The advice that you deny. */
  issues: Issue[];
  /** The other advice. */
  advice: Issue[];
}

/** Options for {@link check}. */
export interface CheckOptions {
  /** `false` skips advice that you do not deny, which makes the check faster; `advice` is then empty. */
  advice?: boolean | undefined;
  /**
   * Rules whose advice counts as an issue, so that the answer is not `ok`. Use this to be stricter than the API. If the
   * API itself would accept the request, `status` and `body` are `null`.
   */
  deny?: readonly RuleId[] | undefined;
}

/** An error, or advice. */
export interface Issue {
  /** The path to the value in the object that was checked; empty if the issue is about the whole object. */
  path: (string | number)[];
  /** The API's message. */
  message: string;
  /** How to fix it, for people: `At least 8 characters; this has 5`. */
  hint: string;
  /** The API's `type`. */
  type: ErrorType | (string & {});
  /** The id of the rule; see {@link rules}. */
  rule: RuleId | (string & {});
  /** The API's `loc`: the path, preceded by the part of the request, such as `["body", "name"]`. */
  loc: (string | number | boolean)[];
  /** The limits in the message, such as `{ limit_value: 8 }`. */
  ctx?: { [name: string]: unknown };
}

/**
 * Returns the API's answer to a request.
 *
 * The body is checked as `JSON.stringify` would write it: `undefined` members are omitted, and a `Date` becomes a
 * string. `undefined`, a function or a symbol means no body. A query string is text, pairs (such as a
 * `URLSearchParams`), or an object of parameters.
 *
 * Values of type `unknown` or `Record<string, unknown>` are accepted, too. A `FormData` is a query string or a list of
 * leads; for another operation, pass what `readForm` of `coldsend-lint/form` makes of it.
 *
 * @param operation The id of an operation, or a method and a path.
 * @param body What to send.
 * @param options `{ advice: false }` skips advice, `{ deny: ["lead-email"] }` turns some into issues.
 * @throws {TypeError} If the operation, a rule or an option is unknown, if an option has the wrong type, if there are
 * two query strings or one that cannot be read, or if the body is a `FormData` or a `URLSearchParams`, which
 * `JSON.stringify` writes as `{}`; also whatever `JSON.stringify` throws for a BigInt or a cycle.
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
export declare function check<N extends OperationId | Route>(operation: WithoutBody<N>): Answer;
export declare function check<N extends OperationId | Route, B>(operation: N, body: Body<N, B>, options?: CheckOptions): Answer;

/**
 * Returns the API's answer to a request that you already have as text. This is the fastest way to check.
 *
 * @param operation The id of an operation, or a method and a path.
 * @param text The body as sent, or the query string; `undefined` or `""` is no body.
 * @param options As for {@link check}.
 * @throws {TypeError} If the operation, a rule or an option is unknown, if an option has the wrong type, if the text is
 * not a string, or if there are two query strings.
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
 * Starts the WASM of {@link check} now, so that the first check does not have to: that takes milliseconds, on a phone
 * 20 to 30. `bindForm` does this by itself while the page is idle.
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
 * A [Standard Schema](https://standardschema.dev) v1 for each operation, for form libraries and other tools. It is
 * synchronous, and returns the value unchanged. The `message` of an issue is its `hint`, which is written for people.
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
   * Returns schemas with options: for values of a form, with other messages, or stricter than the API.
   *
   * @throws {TypeError} If an option is unknown or has the wrong type. An unknown rule makes the schemas throw it when
   * they check.
   *
   * @example
   * ```js
   * import { de } from "coldsend-lint/messages/de";
   *
   * const forms = schemas.with({ empty: "omit", messages: de });
   * useForm({ resolver: standardSchemaResolver(forms.create_campaign) });
   * ```
   */
  with(options: SchemaOptions & { empty: "omit" }): FormSchemas;
  with(options: SchemaOptions): Schemas;
};

/** A schema for each operation. */
export type Schemas = { readonly [O in OperationId]: Schema<Requests[O]> };

/** A schema for each operation, for the values of a form. */
export type FormSchemas = { readonly [O in OperationId]: Schema<FormValues<Requests[O]>, Requests[O]> };

/** A request as a form has it: optional texts and numbers may also be empty text, and lists can be changed. */
export type FormValues<T> = T extends readonly (infer I)[]
  ? FormValues<I>[]
  : T extends Date
    ? T
    : T extends object
      ? { [K in keyof T]: FormValues<T[K]> | EmptyText<T[K]> }
      : T;

/** Empty text, if the field is optional and neither a list nor an object. */
type EmptyText<T> = undefined extends T ? (NonNullable<T> extends object ? never : "") : never;

/** Options for {@link schemas}. */
export interface SchemaOptions extends Pick<CheckOptions, "deny"> {
  /** Your own messages, which replace the hints. */
  messages?: Messages | undefined;
  /**
   * Returns the `message` of an issue, or `undefined` for its `hint`. In the issue, `message` is still the API's, and
   * `hint` is your own of {@link SchemaOptions.messages}.
   */
  message?: ((issue: Issue) => string | undefined) | undefined;
  /**
   * `"omit"` omits empty optional fields, as `readForm` does: empty text, `NaN` (of a number input without a number),
   * and what is empty without them. Empty text in lists is dropped. Then the schema returns what to send, and the path
   * of an issue is that in the given value.
   */
  empty?: "omit" | undefined;
}

/** A synchronous Standard Schema v1. */
export interface Schema<I, O = I> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "coldsend-lint";
    /** Checks a value. */
    readonly validate: (value: unknown) => { value: O; issues?: undefined } | { issues: readonly Issue[] };
    /** For types only. */
    readonly types?: { readonly input: I; readonly output: O } | undefined;
  };
}

/**
 * Your own messages by key: a constraint of a rule (`campaign-name/min_length`), a rule (`distribution-sum`), or a
 * constraint of any rule (`min_length`). The first one of these that exists is used, or else the `hint`.
 */
export type Messages = { readonly [key in MessageKey]?: Message | undefined };

/** The keys of {@link Messages}. */
export type MessageKey = Constraint | RuleId | RuleConstraint;

/**
 * A text, or a function that returns one, or `undefined` for the next key. In a text, `{limit}` is the bound that the
 * value breaks, `{values}` the permitted values, and `{error}` the error of the JSON parser.
 */
export type Message = string | ((issue: Issue) => string | undefined);

/** Messages for everything that can be wrong, such as those in `coldsend-lint/messages/de`. */
export type CompleteMessages = Messages & { readonly [key in Constraint | OwnMessageKey]: Message };

/**
 * Returns an answer of {@link check}, {@link checkText} or {@link preflight} with your own messages as the `hint` of
 * each issue and each advice. Everything else is unchanged.
 *
 * @example
 * ```js
 * import { check, translate } from "coldsend-lint";
 * import { de } from "coldsend-lint/messages/de";
 *
 * translate(check("create_campaign", { name: "Hi" }), de).issues[0].hint; // "Mindestens 8 Zeichen"
 * ```
 */
export declare function translate<A extends Answer | Prediction>(answer: A, messages: Messages): A;

/** What an API answer means: the object of `coldsend-lint explain --format json`. */
export type Explanation = ExplainedAfter | ExplainedOtherwise;

/** The result for a text without an answer, if no status is given. */
export interface ExplainedNothing {
  id: null;
  status: null;
  status_expected: null;
  retry: null;
  retry_after_seconds: null;
  title: null;
  fix: null;
  detail: null;
  items: [];
  missing_requirements: null;
  required: null;
  granted: null;
  others: [];
  /** What to paste instead, if that is known. */
  note?: string;
}

/** An answer that says how long to wait. */
export interface ExplainedAfter extends Explained {
  /** Send the same request again after {@link retry_after_seconds}. */
  retry: "after";
  /** The wait in seconds. */
  retry_after_seconds: number;
}

/** Any other answer. */
export interface ExplainedOtherwise extends Explained {
  /**
   * Whether to send the request again: never, once it is fixed, or after a wait that grows with each attempt.
   */
  retry: "never" | "after_fix" | "backoff";
  /** `null`, since the answer does not say how long to wait. */
  retry_after_seconds: null;
}

/** The properties that all explanations have. */
export interface Explained {
  /** Which answer it is; `unknown` if it is not documented. */
  id: AnswerId;
  /** The given HTTP status, or else the documented one, if any. */
  status: number | null;
  /** The documented or expected status, if a different one was given. */
  status_expected: number | null;
  /** What happened. */
  title: string;
  /** What to do. */
  fix: string;
  /** The `detail` of the answer, with possible secrets masked; `null` if it has none. */
  detail: unknown;
  /** The items of a validation error; otherwise empty. */
  items: ExplainedItem[];
  /** What the campaign lacks for a launch, such as `leads`; `null` if the answer does not say. */
  missing_requirements: string[] | null;
  /** The scopes that the operation needs; `null` if they are not the cause. */
  required: string[] | null;
  /** The scopes that the API key has; `null` if the answer does not list them. */
  granted: string[] | null;
  /** The other answers in the text, in order; the last one is explained. */
  others: { status: number | null; id: AnswerId }[];
  /**
   * What stands beside `detail` and is not read as part of the answer, with possible secrets masked; absent if there is
   * nothing.
   */
  extra?: { [name in "title" | "message" | "error" | "code" | "errors" | "violations" | "invalid-params" | "invalid_params"]?: unknown };
  /** The shape of a body that is not shown, such as `HTML, 123 bytes`; absent if there is none. */
  received?: string;
  /** What to paste in addition or instead, if the answer is not in the text as a whole; absent if it is. */
  note?: string;
}

/** An item of a validation error, with possible secrets masked. */
export interface ExplainedItem {
  /** The location: `"body"`, `"path"` or `"query"`, then keys and the indices of lists. */
  loc: (string | number | boolean)[];
  /** The message. */
  msg: string;
  /** The type, if it has one. */
  type: string | null;
  /** The rule that it comes from, if there is only one. */
  rule: RuleId | null;
  /** How to fix it, if its message is known. */
  hint: string | null;
  /** The rules that it may come from; absent unless there are several. */
  rules?: RuleId[];
}

/** What else you know about an answer. */
export interface ExplainOptions {
  /**
   * Its headers: a `Headers`, another list of pairs, or an object; the case of names is ignored. If the text of a 429
   * does not say how long to wait, the wait is computed from `X-RateLimit-Reset`, with `Date` as the current time.
   */
  headers?: Iterable<readonly [string, unknown]> | { readonly [name: string]: unknown } | null | undefined;
  /** The current time, a `Date` or milliseconds; by default that of the header `Date`, or else of the clock. */
  now?: Date | number | undefined;
}

/**
 * Explains an answer from the API, and says whether to send the request again. Any text is accepted, such as the output
 * of curl, a log or a HAR file: the last answer in it is explained. If there is none, such as in the error page of a
 * proxy, the explanation is based on the status; without a status, its properties are `null`.
 *
 * @param status The HTTP status; `null` or `undefined` if it is unknown.
 * @param body The text of the answer, or the parsed JSON.
 * @param options What else you know about it.
 * @throws {TypeError} If the status is not a number from 100 to 599, or the options are wrong; also whatever
 * `JSON.stringify` throws.
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
export declare function explain(status: number, body?: unknown, options?: ExplainOptions): Explanation;
export declare function explain(status: number | null | undefined, body?: unknown, options?: ExplainOptions): Explanation | ExplainedNothing;

/** What the API would answer in a situation. */
export type Prediction = PredictedAccepted | PredictedRejected;

/** The API would accept the request, as far as is known. */
export interface PredictedAccepted extends Accepted, PredictionDetails {}

/** The API would reject the request. */
export interface PredictedRejected extends PredictionDetails {
  ok: false;
  /** The HTTP status; `null` if something is missing for a launch: the status of that answer is not documented. */
  status: number | null;
  /** The API's answer, byte for byte. */
  body: string;
  /** The errors in the order of the answer; empty if the situation is the cause, not the request. */
  issues: Issue[];
  /** What else you may want to change. */
  advice: Issue[];
  /** What the answer means: the result of {@link explain}, unless the body makes the server fail. */
  explanation: Explanation;
}

/** What else follows from a situation. */
export interface PredictionDetails {
  /** Facts that are unknown; checks that depend on them were skipped. */
  unknown: Fact[];
  /** Whether the campaign can be launched, if the request asks for that and is otherwise accepted. */
  launch: {
    /** `null` if unknown. */
    is_launch_ready: boolean | null;
    /** What the campaign lacks, as far as is known. */
    missing_requirements: Requirement[];
  } | null;
}

/**
 * Predicts the API's first answer to a request from what you know: the API key and its scopes, the state of campaigns
 * and inboxes, the rate limit. It also checks the request: without a situation, the answer is that of {@link check}. It
 * uses a WASM module of its own.
 *
 * The API documentation does not say in which order these checks are made. The order here is our choice: key, rate
 * limit, scopes, body, fields, campaign, its state, accounts, percentages, launch.
 *
 * @param operation The id of an operation, or a method and a path; only a path says which campaign the request is
 * about.
 * @param body What to send, as for {@link check}.
 * @param situation What you know. An API key in it is never shown.
 * @throws {TypeError} If the operation is unknown, if the situation is invalid, or if there are two query strings or
 * one that cannot be read; also whatever `JSON.stringify` throws.
 * @throws {RangeError} If the text that is sent, or the situation as JSON, has more than 33,554,432 characters, or the
 * operation more than 4,096.
 *
 * @example
 * ```js
 * import { preflight } from "coldsend-lint";
 *
 * const answer = preflight("create_campaign", { name: "Autumn campaign" }, { scopes: ["campaigns:read"] });
 * if (!answer.ok) console.log(answer.status, answer.explanation.fix);
 * // 403 Create a new API key that has the required scopes (https://docs.coldsend.pro/authentication/scopes), and …
 * ```
 */
export declare function preflight<N extends OperationId | Route>(operation: WithoutBody<N>): Prediction;
export declare function preflight<N extends OperationId | Route, B>(operation: N, body: Body<N, B>, situation?: Situation): Prediction;

/** A rule or an answer; see its page in the reference for details. */
export interface Rule {
  /** Its id, such as `campaign-name`; never reused for another rule. */
  id: RuleId | LeadRuleId | AnswerId;
  /** What it requires; for an answer, what happened. */
  summary: string;
  /**
   * What it constrains: a field, several fields together, a parameter of the path, a header, the whole body, or a list of
   * leads. `answer` is not a rule, but an answer that depends on more than the request.
   */
  subject: "field" | "across" | "path" | "header" | "body" | "list" | "answer";
  /** The object with the fields, such as `campaign`. */
  object: string | null;
  /** The fields. */
  fields: string[];
  /** The operations that it applies to; none for an answer. */
  operations: OperationId[];
  /**
   * Whether the API rejects a request that breaks it; of a rule for lists of leads, whether it makes a row invalid or the
   * list one that cannot be uploaded. Otherwise it is advice. `null` for an answer.
   */
  rejects: boolean | null;
  /** How certain its limits are; for an answer, how certain it is that the API gives it. */
  limit: "printed" | "corroborated" | "client" | "recommended" | "guessed";
  /** How certain the least certain of its messages is; `null` if it has no messages. */
  wording: "printed" | "derived" | "chosen" | null;
  /** The page that states it. */
  page: string;
  /** The version that added it. */
  since: string;
  /** Every way to break it, with the API's message. */
  constraints: {
    /** Where within the field: empty, `[i]` or `{key}`. */
    at: string;
    msg: string;
    type: string;
    /** Whether breaking it rejects a request. */
    rejects: boolean;
    limit: "printed" | "corroborated" | "client" | "recommended" | "guessed";
    wording: "printed" | "derived" | "chosen";
  }[];
  /** The answer of this id, if there is one. */
  answer: {
    /** Its documented statuses. */
    statuses: number[];
    /** The expected status if none is documented. */
    status_expected: number | null;
    /** Whether to send the same request again, if the answer itself gives no wait. */
    retry: "never" | "after_fix" | "backoff";
    /** What happened. */
    cause: string;
    /** What to do. */
    fix: string;
  } | null;
}

/**
 * Returns every rule and every answer, as printed by `coldsend-lint rules --format json`.
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
 * Returns the first message for each field, by its dotted path; messages about the whole object are under `""`.
 *
 * With `{ nested: true }`, the messages are in objects and lists of the shape of the request, as Formik has them. A
 * message about a list or an object is omitted if there is one about a value in it.
 *
 * @param issues The issues of an answer or of a schema; none if `undefined`.
 * @throws {TypeError} If an option is unknown.
 *
 * @example
 * ```js
 * import { schemas, toFieldErrors } from "coldsend-lint";
 *
 * const { issues } = schemas.update_campaign["~standard"].validate({ variants: [{ email_content: "" }] });
 * toFieldErrors(issues)["variants.0.subject_template"]; // "Add `subject_template`"
 * toFieldErrors(issues, { nested: true }).variants[0].subject_template; // the same
 * ```
 */
export declare function toFieldErrors(issues: FieldIssues | undefined, options: { nested: true }): NestedErrors;
export declare function toFieldErrors(issues: FieldIssues | undefined, options?: { nested?: false | undefined }): { [path: string]: string };

/** Messages and where they belong. */
export type FieldIssues = readonly { readonly path: readonly (string | number)[]; readonly message: string }[];

/** Messages in the shape of the request; `any` because forms have types of their own. */
export type NestedErrors = { [key: string]: any };

/**
 * Converts a path to a JSON Pointer (RFC 6901).
 *
 * @example
 * ```js
 * import { toPointer } from "coldsend-lint";
 *
 * toPointer(["variants", 0, "subject_template"]); // "/variants/0/subject_template"
 * ```
 */
export declare function toPointer(path: readonly (string | number)[]): string;
