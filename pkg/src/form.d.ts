/**
 * Live forms: the API's answer while the user fills in a form. Nothing is sent anywhere.
 *
 * @module
 */
import type { Answer, Prediction, Issue, OperationId, RuleId } from "./index.js";

/**
 * The object that a form sends to an operation, as JSON or as its parameters.
 *
 * Controls are named after fields; a name may be a path: `variants[0].subject_template`, `lead_mapping.email`,
 * `lead_mapping[email]`, `custom_fields["two words"]`. Gaps between the indexes of a list are closed. Other controls and
 * disabled ones are skipped. So are files, which cannot be read synchronously: put the content to send, such as Base64
 * text, into a hidden field, and call {@link Binding.check}.
 *
 * - Where a field takes a whole number, `"30"` becomes 30. Other text stays text, so that `check` gives the API's answer.
 * - A checkbox is true or false. Checkboxes and selects for a list give the list of chosen values: an empty list if no
 *   checkbox is checked; a select without a choice is omitted.
 * - A text area for a list has one item per line.
 * - An empty field is omitted if it is optional, and sent empty if it is required.
 * - A list whose items were all removed is sent empty if it is required, or if there is a fieldset with its name:
 *   `<fieldset name="sequences">`. Without the fieldset it is omitted, like a list that the form does not have.
 *
 * @throws {TypeError} If the operation is unknown.
 *
 * @example
 * ```js
 * import { readForm } from "coldsend-lint/form";
 *
 * const body = JSON.stringify(readForm(form, "create_campaign"));
 * ```
 */
export declare function readForm(form: HTMLFormElement, operation: OperationId): Record<string, unknown>;

/**
 * Checks a form on every input, as {@link readForm} reads it, and shows the result in the form.
 *
 * An error shows once the user has left its field or tried to submit: next to its controls, which get `aria-describedby`
 * and `aria-invalid`, or in your own `<div data-error-for="name">` inside the form. An error of a list or an object, such
 * as a wrong sum, shows at the controls that it is about, in the fieldset with its name if there is one. An error whose
 * controls are not rendered (hidden, or in a closed `<details>`) shows at the top of the form, or in
 * `<div data-error-for="">`; so does a rejection by {@link FormOptions.check} without an issue. Advice shows in the same
 * places. Style them with the classes `coldsend-lint-messages`, `coldsend-lint-error` and `coldsend-lint-advice`.
 *
 * A submit that the API would reject is stopped before other listeners get it, each `<details>` around an error is
 * opened, and the first invalid control that can take the focus gets it; a button with `formnovalidate` submits anyway.
 * While it is bound, a form has `novalidate`, and its controls have the validity that the API gives them
 * (`setCustomValidity`); a valid control has the validity that your page gave it. Fields may be added and removed. A form
 * has one binding: a new one replaces it.
 *
 * If the WASM has not started, the form is bound at once and the WASM starts while the page is idle; the first focus,
 * input or submit in the form, or {@link Binding.check}, does the rest at once. If it has started, or `check` is your own,
 * the first check runs before this function returns. If the first check fails (a policy forbids WASM, or `onCheck`
 * throws), the form is left as it was, and the error is thrown by this function, by {@link Binding.check}, or uncaught, as
 * an `error` or `unhandledrejection` of the page.
 *
 * @returns A function that ends the binding and restores the form.
 * @throws {TypeError} If the operation or an option is unknown, or an option has the wrong type.
 *
 * @example
 * ```js
 * import { bindForm, readForm } from "coldsend-lint/form";
 *
 * const unbind = bindForm(form, "create_campaign");
 * form.addEventListener("submit", (event) => {
 *   event.preventDefault();
 *   send(readForm(form, "create_campaign"));
 * });
 * ```
 */
export declare function bindForm<A extends Answer | Prediction = Answer>(
  form: HTMLFormElement,
  operation: OperationId,
  options?: FormOptions<A>,
): Binding<A>;

/** How a form is bound. */
export interface FormOptions<A extends Answer | Prediction = Answer> {
  /**
   * Your own messages, by the id of the rule: a text, or a function that returns one; by default, the issue's `hint`. For
   * a text area that is a list, the number of the line comes before it.
   */
  messages?: { readonly [rule in RuleId]?: string | ((issue: Issue) => string) };
  /**
   * Called with every answer and the object that was checked. The first call comes before `bindForm` returns if the WASM
   * has started or `check` is your own; otherwise once it has started: see {@link bindForm}. It may change the form:
   * fields that it adds or removes are checked at once. If it calls {@link Binding.check}, only it gets that answer; in a
   * first call before `bindForm` returns, there is no binding yet.
   */
  onCheck?: (answer: A, body: Record<string, unknown>) => void;
  /**
   * The function that checks; by default, `check` of `coldsend-lint`, or of `coldsend-lint/slim` in `slim/form`. It may
   * return what `preflight` returns.
   */
  check?: (operation: OperationId, body: Record<string, unknown>) => A;
}

/** Ends the binding when called. */
export interface Binding<A extends Answer | Prediction = Answer> {
  (): void;
  /**
   * Checks again and returns the answer. Call it after a script has changed values, which causes no event. It starts the
   * WASM if necessary. After the binding has ended, it shows nothing.
   */
  check(): A;
}
