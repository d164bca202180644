// Form libraries, through `schemas`.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { FormApi } from "@tanstack/react-form";
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createFormControl } from "react-hook-form";
import { project } from "./support/project.js";

let schemas;
before(async () => {
  ({ schemas } = await project("forms").load('export { schemas } from "coldsend-lint";'));
});

const variant = { subject_template: "{{company}} and us", email_content: "Hi {{first_name}}, …", distribution_percent: 100 };
const short = "At least 8 characters; this has 2";
const address = "One plain address, such as ada@example.com";
const sum = "The percentages must add up to exactly 100; an omitted one counts as 100";

describe("react-hook-form", () => {
  /** Submits a form. Returns what was sent, or the errors. */
  async function submit(operation, defaultValues, from = schemas) {
    const form = createFormControl({ defaultValues, resolver: standardSchemaResolver(from[operation]) });
    let sent, errors;
    await form.handleSubmit((values) => (sent = values), (found) => (errors = found))();
    return { sent, errors };
  }

  test("valid values are sent unchanged", async () => {
    const values = { name: "Autumn campaign", variants: [variant] };
    assert.deepEqual(await submit("update_campaign", values), { sent: values, errors: undefined });
  });

  test("an error is reported at its field", async () => {
    const { sent, errors } = await submit("create_campaign", { name: "Hi" });
    assert.equal(sent, undefined);
    assert.equal(errors.name.message, short);
  });

  test("an error in a list is reported at its field", async () => {
    const { errors } = await submit("update_campaign", { variants: [variant, { ...variant, variant_name: "B", email_content: "" }] });
    assert.equal(errors.variants[0], undefined);
    assert.match(errors.variants[1].email_content.message, /^At least /);
  });

  test("a wrong sum is reported at the list", async () => {
    const { errors } = await submit("update_campaign", { variants: [{ ...variant, distribution_percent: 50 }] });
    assert.equal(errors.variants.message ?? errors.variants.root?.message, sum);
  });

  test("advice does not stop the form unless it is denied; then it is reported at its field", async () => {
    const lead = { email: "jo@example", nickname: "Jo" };
    assert.deepEqual(await submit("add_lead", lead), { sent: lead, errors: undefined });
    const strict = schemas.with({ deny: ["lead-email"] });
    const { sent, errors } = await submit("add_lead", lead, strict);
    assert.equal(sent, undefined);
    assert.equal(errors.email.message, address);
    assert.deepEqual(Object.keys(errors), ["email"]);
    const right = { ...lead, email: "jo@example.com" };
    assert.deepEqual(await submit("add_lead", right, strict), { sent: right, errors: undefined });
  });

  test("an error about the whole request stops the form", async () => {
    const resolved = await standardSchemaResolver(schemas.add_lead)(undefined, undefined, { fields: {}, shouldUseNativeValidation: false });
    assert.match(JSON.stringify(resolved.errors), /Send a JSON object/);
  });
});

describe("TanStack Form", () => {
  function form(operation, defaultValues, from = schemas) {
    const sent = [];
    const form = new FormApi({
      defaultValues,
      validators: { onChange: from[operation], onSubmit: from[operation] },
      onSubmit: ({ value }) => sent.push(value),
    });
    form.mount();
    return { form, sent };
  }
  const messages = (form, name) => form.getFieldMeta(name)?.errors.map((error) => error.message) ?? [];

  test("errors appear and disappear as values change", async () => {
    const { form: campaign, sent } = form("create_campaign", { name: "" });
    campaign.setFieldValue("name", "Hi");
    assert.deepEqual(messages(campaign, "name"), [short]);
    await campaign.handleSubmit();
    assert.deepEqual(sent, []);
    campaign.setFieldValue("name", "Autumn campaign");
    assert.deepEqual(messages(campaign, "name"), []);
    await campaign.handleSubmit();
    assert.deepEqual(sent, [{ name: "Autumn campaign" }]);
  });

  test("an error in a list has a hint and a rule", () => {
    const { form: campaign } = form("update_campaign", { variants: [variant] });
    campaign.setFieldValue("variants[0].email_content", "");
    const [error] = campaign.getFieldMeta("variants[0].email_content").errors;
    assert.equal(error.rule, "variant-email-content");
    assert.match(error.hint, /^At least /);
  });

  test("a wrong sum is reported at the list", () => {
    const { form: campaign } = form("update_campaign", { variants: [variant] });
    campaign.setFieldValue("variants[0].distribution_percent", 50);
    assert.deepEqual(messages(campaign, "variants"), [sum]);
  });

  test("advice does not stop the form unless it is denied; then its hint is at its field", async () => {
    const { form: lead, sent } = form("add_lead", { email: "" });
    lead.setFieldValue("email", "jo@example");
    assert.deepEqual(messages(lead, "email"), []);
    await lead.handleSubmit();
    assert.deepEqual(sent, [{ email: "jo@example" }]);
    const { form: strict, sent: kept } = form("add_lead", { email: "" }, schemas.with({ deny: ["lead-email"] }));
    strict.setFieldValue("email", "jo@example");
    assert.deepEqual(messages(strict, "email"), [address]);
    assert.equal(strict.getFieldMeta("email").errors[0].hint, "One plain address, such as ada@example.com");
    await strict.handleSubmit();
    assert.deepEqual(kept, []);
    strict.setFieldValue("email", "jo@example.com");
    assert.deepEqual(messages(strict, "email"), []);
    await strict.handleSubmit();
    assert.deepEqual(kept, [{ email: "jo@example.com" }]);
  });
});
