// What each project does with the package, and what must come out.

/**
 * Calls the package, and returns the answers as one text. Its source becomes an ES module and a CommonJS module, so it
 * must not use anything else in this file.
 */
export function use({ check, explain, preflight, schemas }, { bindForm }) {
  const accepted = check("create_campaign", { name: "Spring outreach" });
  const { status, body } = check("create_campaign", { name: "Hi" });
  const { issues } = schemas.create_campaign["~standard"].validate({ name: "Hi" });
  const explained = explain(429, { detail: "Rate limit exceeded. Retry after 60 seconds." });
  const predicted = preflight("create_campaign", { name: "Spring outreach" }, { scopes: ["campaigns:read"] });
  return [accepted.ok, status, body, issues[0].path.join(), explained.retry_after_seconds, predicted.status, typeof bindForm].join(" ");
}

/** What `use` returns. */
export const EXPECTED =
  'true 422 {"detail":[{"loc":["body","name"],"msg":"ensure this value has at least 8 characters","type":"value_error.any_str.min_length"}]} ' +
  "name 60 403 function";

/** What `shared/list.mjs` prints. */
export const EXPECTED_OF_LIST = "3 rows: 1 valid, 1 invalid, 1 duplicate; Ada@example.com";
