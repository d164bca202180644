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
const short = "ensure this value has at least 8 characters";

describe("react-hook-form", () => {
  /** Submits a form; what came of it. */
  async function submit(operation, defaultValues) {
    const form = createFormControl({ defaultValues, resolver: standardSchemaResolver(schemas[operation]) });
    let sent, errors;
    await form.handleSubmit((values) => (sent = values), (found) => (errors = found))();
    return { sent, errors };
  }

  test("what is right is sent as it is", async () => {
    const values = { name: "Autumn campaign", variants: [variant] };
    assert.deepEqual(await submit("update_campaign", values), { sent: values, errors: undefined });
  });

  test("an error is at its field", async () => {
    const { sent, errors } = await submit("create_campaign", { name: "Hi" });
    assert.equal(sent, undefined);
    assert.equal(errors.name.message, short);
  });

  test("so it is in a list", async () => {
    const { errors } = await submit("update_campaign", { variants: [variant, { ...variant, variant_name: "B", subject_template: "" }] });
    assert.equal(errors.variants[0], undefined);
    assert.match(errors.variants[1].subject_template.message, /at least/);
  });

  test("a sum is at the list", async () => {
    const { errors } = await submit("update_campaign", { variants: [{ ...variant, distribution_percent: 50 }] });
    assert.equal(errors.variants.message ?? errors.variants.root?.message, "Variant distributions must sum to 100%, got 50%");
  });

  test("what is about the whole does not pass", async () => {
    const resolved = await standardSchemaResolver(schemas.add_lead)(undefined, undefined, { fields: {}, shouldUseNativeValidation: false });
    assert.match(JSON.stringify(resolved.errors), /field required/);
  });
});

describe("TanStack Form", () => {
  function form(operation, defaultValues) {
    const sent = [];
    const form = new FormApi({
      defaultValues,
      validators: { onChange: schemas[operation], onSubmit: schemas[operation] },
      onSubmit: ({ value }) => sent.push(value),
    });
    form.mount();
    return { form, sent };
  }
  const messages = (form, name) => form.getFieldMeta(name)?.errors.map((error) => error.message) ?? [];

  test("errors come and go while values change", async () => {
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

  test("an error in a list has its hint and its rule", () => {
    const { form: campaign } = form("update_campaign", { variants: [variant] });
    campaign.setFieldValue("variants[0].subject_template", "");
    const [error] = campaign.getFieldMeta("variants[0].subject_template").errors;
    assert.equal(error.rule, "variant-subject-template");
    assert.match(error.hint, /^At least /);
  });

  test("a sum is at the list", () => {
    const { form: campaign } = form("update_campaign", { variants: [variant] });
    campaign.setFieldValue("variants[0].distribution_percent", 50);
    assert.deepEqual(messages(campaign, "variants"), ["Variant distributions must sum to 100%, got 50%"]);
  });
});
