// Code that compiles and code that does not. A directive without an error is an error.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import * as lint from "coldsend-lint";
import { check, checkLeads, checkText, explain, preflight, rules, schemas, toFieldErrors, toPointer, translate } from "coldsend-lint";
import type { AddLead, Answer, AnswerId, CheckOptions, CompleteMessages, CreateCampaign, Denied, ErrorType, Explanation, Fact, FormSchemas, FormValues, Prediction, Input, Issue, LeadReport, LeadRuleId, MessageKey, Messages, OperationId, OperationOf, RejectedByApi, Rejected, Requests, Route, RuleId, SchemaOptions, Schemas, Situation, UpdateCampaign } from "coldsend-lint";
import { type FormOptions, bindForm, readForm } from "coldsend-lint/form";
import { de } from "coldsend-lint/messages/de";
import * as slim from "coldsend-lint/slim";
import * as slimForm from "coldsend-lint/slim/form";

// Requests.
const campaign: CreateCampaign = { name: "Autumn campaign", start_date: new Date(), daily_limit_per_inbox: null };
const variant = { subject_template: "{{company}} and us", email_content: "Hi {{first_name}}, …" };
const update: UpdateCampaign = { variants: [variant], sending_days: [1, 2] as const };
check("create_campaign", campaign);
check("create_campaign", { name: "Autumn campaign", timezone: "UTC" });
check("update_campaign", update);
check("PUT /campaigns/{campaign_id}", update);

// @ts-expect-error: a field with another name
check("create_campaign", { name: "Autumn campaign", time_zone: "UTC" });
// @ts-expect-error: a required field
check("create_campaign", {});
// @ts-expect-error: a value of another type
check("create_campaign", { name: 5 });
// @ts-expect-error: not null
check("create_campaign", { name: "Autumn campaign", timezone: null });
// @ts-expect-error: a field of an inner object with another name
check("update_campaign", { variants: [{ ...variant, subject: "x" }] });
// @ts-expect-error: the fields of another operation
check("add_lead", { name: "Autumn campaign" });
// @ts-expect-error: no such field
const lead: AddLead = { email: "jo@example.com", mail: "x" };
// @ts-expect-error: not one of the choices
check("create_smtp_account", { inbox_type: "nobody" });

// Lists of leads.
const file: File = new File([], "leads.csv");
const worker = new Worker("worker.js", { type: "module" });
const report: Promise<LeadReport> = checkLeads(file, {
  mapping: { email: "E-Mail" }, campaign: update, allow: ["lead-formula"], deny: ["lead-duplicate", "role-address"], limit: 100, fix: true, rejects: true,
  signal: new AbortController().signal, onProgress: ({ bytes, total }) => bytes / (total ?? 1), worker,
});
report.then(({ ok, rows, rules, problems, columns, mapping, fixed }) => [ok, rows, rules["lead-address"], problems[0]?.row, columns[0]?.field, mapping?.email, fixed?.size, fixed?.text()]);
for (const list of [file.stream(), new Response("").body!, new Uint8Array(), new ArrayBuffer(8), ""]) checkLeads(list);
// @ts-expect-error: not a list
checkLeads(5);
// @ts-expect-error: a rule for requests
checkLeads("", { deny: ["campaign-name"] });
// @ts-expect-error: a rule for lists of leads
check("get_campaign", undefined, { deny: ["lead-duplicate"] });
// @ts-expect-error: no such option
checkLeads("", { fixed: true });

// Operations.
const id: OperationId = "add_lead";
// @ts-expect-error: no such operation
check("create_campain", {});
// @ts-expect-error: no such operation
checkText("create_campain", "{}");
// @ts-expect-error: no such method
check("FETCH /campaigns", {});
// @ts-expect-error: a body is required
check("create_campaign");
// @ts-expect-error: no such schema
schemas.create_campain;

check("get /campaigns?page=1");

// Routes that are literals have the types of their operation.
check("POST /campaigns", campaign);
check("POST /campaigns/5/leads/manual?x=1", { email: "jo@example.com" });
check("post https://app.coldsend.pro/api/public/v1/campaigns/:id/leads/manual#x", { email: "jo@example.com" });
check("PATCH /replies/threads/{thread_id}/read");
check("PATCH /replies/threads/{thread_id}/star", undefined);
check("GET /campaigns", { page: 1 });
// @ts-expect-error: a field with another name
check("POST /campaigns", { nam: 1 });
// @ts-expect-error: a required field
check("post /campaigns", {});
// @ts-expect-error: a body is required
check("POST /campaigns");
// @ts-expect-error: a body is required
preflight("put /campaigns/5");
check("GET /campaigns");
check("GET /campaigns/5" as Route);
// @ts-expect-error: the fields of another operation
check("POST /campaigns/5/leads/manual", { name: "Autumn campaign" });
// @ts-expect-error: nothing is sent
check("PATCH /replies/threads/{thread_id}/read", { read: true });
// @ts-expect-error: a parameter with another name
check("GET /campaigns", { pages: 1 });
// @ts-expect-error: a field with another name
preflight("POST /campaigns", { nam: 1 }, {});
declare const leadRoute: `POST /campaigns/${string}/leads/manual`;
check(leadRoute, { email: "jo@example.com" });
// @ts-expect-error: a field with another name
check(leadRoute, { mail: "jo@example.com" });
// Other routes accept anything.
declare const anyRoute: Route;
check(anyRoute, { nam: 1 });
check("POST /campaigns", unknown);
check("POST /campaigns", record);
"PUT /campaigns/5" satisfies Route;
const operationOf: OperationOf<"PUT /campaigns/5"> = "update_campaign";
// @ts-expect-error: another operation
const noOperation: OperationOf<"PUT /campaigns/5"> = "create_campaign";
check("put /campaigns/{campaign_id}", update);
checkText("post /campaigns", "{}");
check("patch /campaigns/{campaign_id}", update);

// Options.
check("create_campaign", campaign, { advice: false });
check("get_campaign", undefined, { advice: false });
check("GET /campaigns", undefined, { advice: false });
check("create_campaign", JSON.parse("{}"), { advice: true });
checkText("create_campaign", "{}", { advice: undefined });
const checkOptions: CheckOptions = {};
check("add_lead", { email: "jo@example.com" }, checkOptions).advice satisfies Issue[];
// @ts-expect-error: an option with another name
check("create_campaign", campaign, { advise: false });
// @ts-expect-error: a boolean is required
checkText("create_campaign", "{}", { advice: "off" });
const denied: RuleId[] = ["lead-email", "unknown-field"];
check("add_lead", { email: "jo@example" }, { deny: denied });
check("add_lead", { email: "jo@example" }, { advice: false, deny: ["lead-email"] as const });
checkText("add_lead", "{}", { deny: [] });
checkText("add_lead", "{}", { deny: undefined });
// @ts-expect-error: no such rule
check("add_lead", { email: "jo@example" }, { deny: ["lead-mail"] });
// @ts-expect-error: an answer is not a rule
check("add_lead", { email: "jo@example" }, { deny: ["rate-limited"] });
// @ts-expect-error: a string may not be a rule
checkText("add_lead", "{}", { deny: ["lead-email"] as string[] });
// @ts-expect-error: a list is required
checkText("add_lead", "{}", { deny: "lead-email" });

// Query strings, and operations without a payload.
check("list_campaigns", { page: 1 });
check("list_campaigns", "?page=1");
check("list_campaigns", new URLSearchParams());
check("list_campaigns");
check("GET /campaigns?page=1");
check("get_campaign");
// @ts-expect-error: no such parameter
check("list_campaigns", { pages: 1 });
// @ts-expect-error: a parameter of another type
check("list_campaigns", { page: true });

check("list_campaigns", new FormData());
check("list_campaigns", new Map([["page", "1"]]));
check("list_campaigns", [["page", "1"]]);
// @ts-expect-error: only a query string may be text
check("add_lead", "email=jo@example.com");
// @ts-expect-error: not pairs
check("list_campaigns", ["page"]);

// Generic callers.
function send<O extends OperationId>(operation: O, body: Requests[O]): Answer {
  preflight(operation, body);
  return check(operation, body);
}
send("create_campaign", campaign);
// @ts-expect-error: the request of another operation
send("add_lead", campaign);
function forward<O extends OperationId>(operation: O, body: Input<O>): Answer {
  return check(operation, body);
}
forward("list_campaigns", "page=1");

// Undefined fields are omitted.
check("create_campaign", { name: "Autumn campaign", timezone: undefined, start_date: undefined, sending_days: undefined });
check("list_campaigns", { page: undefined });
const leftOut: Situation = { scopes: undefined, campaigns: [{ campaign_id: "x", status: undefined }] };
// @ts-expect-error: a required field
check("create_campaign", { name: undefined });

// Values of unknown type.
declare const unknown: unknown;
check("create_campaign", unknown);
check("create_campaign", JSON.parse("{}"));
declare const record: Record<string, unknown>;
check("create_campaign", record);
check("list_campaigns", record);
declare const typed: { nmae: string };
// @ts-expect-error: a type that cannot be a campaign
check("create_campaign", typed);
// @ts-expect-error: a list is not a campaign
check("create_campaign", [campaign]);
checkText("create_campaign", "{}");

// Answers.
const answer: Answer = check("create_campaign", campaign);
if (answer.ok) {
  const advice: Issue[] = answer.advice;
  // @ts-expect-error: accepted, so there is no status
  answer.status;
} else {
  const status: number | null = answer.status;
  if (answer.body !== null) {
    answer satisfies RejectedByApi;
    answer.status satisfies number;
    answer.body satisfies string;
    // @ts-expect-error: rejected by the API
    answer satisfies Denied;
  } else {
    answer satisfies Denied;
    answer.status satisfies null;
    // @ts-expect-error: not rejected by the API
    answer satisfies RejectedByApi;
  }
  if (answer.status !== null) answer.body satisfies string;
  const rejected: Rejected = answer;
  const fields: { [path: string]: string } = toFieldErrors(answer.issues);
  const pointers: string[] = answer.issues.map((issue) => toPointer(issue.path));
  const known = (issue: Issue): boolean => issue.type === "value_error.missing" && issue.rule === "campaign-name";
}
// @ts-expect-error: only if the request is rejected
check("add_lead", unknown).status;
check("add_lead", unknown).issues satisfies Issue[];
const type: ErrorType = "value_error.email";
// @ts-expect-error: no such type
const noType: ErrorType = "value_error.e-mail";
const rule: RuleId | LeadRuleId | AnswerId = rules()[0]!.id;

// Answers of the API.
const explanation: Explanation = explain(429, '{"detail": "Rate limit exceeded. Retry after 60 seconds."}');
explain(null, { detail: "x" });
explain(503);
const wait: number | null = explanation.retry === "after" ? explanation.retry_after_seconds : null;
if (explanation.retry === "after") explanation.retry_after_seconds.toFixed();
else {
  const none: null = explanation.retry_after_seconds;
  // @ts-expect-error: excluded in this branch
  explanation.retry === "after";
}
explain(429, "", { headers: new Headers(), now: new Date() });
explain(429, "", { headers: { "x-ratelimit-reset": "1704067230", "set-cookie": ["a"] }, now: Date.now() });
explain(429, "", { headers: undefined, now: undefined });
// @ts-expect-error: an option with another name
explain(429, "", { header: {} });
// @ts-expect-error: a time is required
explain(429, "", { now: "2024-01-01" });
const answerId: AnswerId = explanation.id;
const said: string = explanation.title + explanation.fix + (explanation.missing_requirements ?? explanation.required ?? []).join();
const places: [(string | number | boolean)[], RuleId | null, string | null][] = explanation.items.map(({ loc, rule, hint }) => [loc, rule, hint]);
const others: (AnswerId | null)[] = explanation.others.map((other) => other.id);
const code: unknown = explanation.extra?.code;
const perhaps = explain(null, "x");
const title: string | null = perhaps.title ?? perhaps.missing_requirements?.[0] ?? perhaps.required?.[0] ?? perhaps.granted?.[0] ?? null;
const messages: string[] = perhaps.items.map(({ msg }) => msg);
// @ts-expect-error: no such answer
const again: boolean = explanation.id === "rate-limit";
// @ts-expect-error: no such value
if (explanation.retry === "later") wait;
// @ts-expect-error: a number is required
explain("429", "");

// Situations.
const situation: Situation = { api_key: null, scopes: ["*"] as const, campaigns: [{ campaign_id: "x", status: "DRAFT" }], wait_seconds: 5 };
const foretold: Prediction = preflight("create_campaign", campaign, situation);
preflight("get_campaign");
preflight("PUT /campaigns/{campaign_id}", update);
preflight("create_campaign", unknown, {});
const unknownFacts: Fact[] = foretold.unknown;
const ready: boolean | null | undefined = foretold.launch?.is_launch_ready;
if (foretold.ok) {
  const advice: Issue[] = foretold.advice;
  // @ts-expect-error: accepted, so there is nothing to explain
  foretold.explanation;
} else {
  const status: number | null = foretold.status;
  const fix: string = foretold.explanation.fix;
}
// @ts-expect-error: a fact with another name
preflight("create_campaign", campaign, { scope: [] });
// @ts-expect-error: no such status
preflight("create_campaign", campaign, { campaigns: [{ campaign_id: "x", status: "RUNNING" }] });
// @ts-expect-error: an id is required
preflight("create_campaign", campaign, { campaigns: [{}] });
// @ts-expect-error: a field with another name
preflight("create_campaign", { name: "Autumn campaign", time_zone: "UTC" }, {});
// @ts-expect-error: there are no options
preflight("create_campaign", campaign, {}, {});

// Standard Schema.
const schema: StandardSchemaV1<CreateCampaign> = schemas.create_campaign;
type Campaign = StandardSchemaV1.InferOutput<typeof schemas.create_campaign>;
const inferred: Campaign = campaign;
// @ts-expect-error: another request
const other: StandardSchemaV1<AddLead> = schemas.create_campaign;
const result = schemas.add_lead["~standard"].validate(unknown);
if (result.issues) result.issues[0]!.hint.trim();
else result.value.email.trim();

const strict: Schemas = schemas.with({ deny: ["lead-email"] });
const strictLead: StandardSchemaV1<AddLead> = strict.add_lead;
const strictResult = schemas.with({ deny: denied }).add_lead["~standard"].validate(unknown);
if (strictResult.issues) strictResult.issues[0]!.hint.trim();
else strictResult.value.email.trim();
const strictLeadType: StandardSchemaV1.InferOutput<typeof strict.add_lead> = { email: "jo@example.com" };
const schemaOptions: SchemaOptions = {};
slim.schemas.with(schemaOptions) satisfies Schemas;
// @ts-expect-error: another request
const strictOther: StandardSchemaV1<AddLead> = strict.create_campaign;
// @ts-expect-error: no such schema
strict.create_campain;
// @ts-expect-error: no such rule
schemas.with({ deny: ["lead-mail"] });
// @ts-expect-error: an option with another name
schemas.with({ advice: false });
// @ts-expect-error: options are required
schemas.with();
// @ts-expect-error: not a schema
const noSchema: OperationId = "with";

// Slim.
slim.init(new Uint8Array());
slim.initAnswers(new Uint8Array());
slim.initPreflight(new Uint8Array());
slim.init(new WebAssembly.Module(new ArrayBuffer(8)));
// @ts-expect-error: bytes or a module
slim.init();
const same: typeof lint.check = slim.check;

// Forms.
declare const form: HTMLFormElement;
check("create_campaign", readForm(form, "create_campaign"));
const unbind = bindForm(form, "create_campaign", { check: slim.check, messages: { "campaign-name": "Kürzer" } });
unbind();
const checked: Answer = unbind.check();
bindForm(form, "create_campaign", { onCheck: (answer, body) => answer.ok || answer.body === null || (answer.status satisfies number) });
// @ts-expect-error: there is no status if only advice is denied
bindForm(form, "create_campaign", { onCheck: (answer, body) => answer.ok || (answer.status satisfies number) });
bindForm(form, "add_lead", { check: (operation, body) => check(operation, body, { deny: ["lead-email"] }) });
const foreseen = bindForm(form, "create_campaign", {
  check: (operation, body) => preflight(operation, body, { scopes: ["campaigns:read"] }),
  onCheck: (answer) => answer.ok || (answer.explanation.fix satisfies string),
});
const foreseenAnswer: Prediction = foreseen.check();
bindForm(form, "create_campaign", { check: preflight });
declare const options: FormOptions;
bindForm(form, "create_campaign", options);
// @ts-expect-error: an unknown status is not a number
bindForm(form, "create_campaign", { check: preflight, onCheck: (answer) => answer.ok || (answer.status satisfies number) });
// @ts-expect-error: not an answer
bindForm(form, "create_campaign", { check: () => true });
const sameBinding: typeof bindForm = slimForm.bindForm;
const sameReading: typeof readForm = slimForm.readForm;
// @ts-expect-error: no such operation
bindForm(form, "create_campain");
// @ts-expect-error: no such rule
bindForm(form, "create_campaign", { messages: { "campaign-nmae": "Kürzer" } });
bindForm(form, "add_lead", { deny: ["lead-email"], messages: de, signal: new AbortController().signal }).destroy();
// @ts-expect-error: no such rule
bindForm(form, "add_lead", { deny: ["lead-mail"] });
readForm(new FormData(), "create_campaign");
readForm(new URLSearchParams(), "list_campaigns");
// @ts-expect-error: not a form
readForm({ name: "x" }, "create_campaign");

// Messages.
const messages1: Messages = { min_length: "{limit}", "campaign-name": ({ ctx, hint }) => `${hint} ${ctx?.limit_value}`, "campaign-name/min_length": () => undefined };
translate(answer, messages1) satisfies Answer;
translate(foretold, de).unknown satisfies Fact[];
// @ts-expect-error: this rule has no such constraint
const messages2: Messages = { "campaign-name/not_le": "x" };
// @ts-expect-error: no such constraint
const messages3: Messages = { min_lenght: "x" };
// @ts-expect-error: not a text
const messages4: Messages = { min_length: 5 };
const messages5: CompleteMessages = { ...de, "campaign-name": "x" };
// @ts-expect-error: most keys are missing
const messages6: CompleteMessages = { min_length: "x" };
const key: MessageKey = "distribution-sum";

// Schemas for forms.
const forms: FormSchemas = schemas.with({ empty: "omit", messages: de, message: ({ rule, hint }) => (rule === "campaign-name" ? hint : undefined) });
type FormCampaign = StandardSchemaV1.InferInput<typeof forms.update_campaign>;
const values: FormCampaign = { name: "", daily_limit_per_inbox: "", variants: [{ subject_template: "", email_content: "", distribution_percent: "" }] };
values.variants?.push({ subject_template: "", email_content: "" });
const formResult = forms.update_campaign["~standard"].validate(values);
if (!formResult.issues) formResult.value satisfies UpdateCampaign;
values satisfies FormValues<UpdateCampaign>;
// @ts-expect-error: a required field cannot be omitted
const values2: FormValues<UpdateCampaign> = { variants: [{ subject_template: "" }] };
// @ts-expect-error: no such option
schemas.with({ empty: "keep" });
// @ts-expect-error: empty text is not a number
check("update_campaign", { daily_limit_per_inbox: "" });
toFieldErrors(formResult.issues, { nested: true })["variants"][0].subject_template;
toFieldErrors(formResult.issues)["name"] satisfies string | undefined;
toFieldErrors(undefined, { nested: false });
// @ts-expect-error: no such option
toFieldErrors([], { nest: true });
