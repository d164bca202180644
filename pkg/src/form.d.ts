/**
 * Live forms: the API's answer while a form is filled in. Nothing is sent anywhere.
 *
 * @module
 */
import type { Answer, Foretold, Issue, OperationId, RuleId } from "./index.js";

/**
 * The object that a form sends to an operation, as JSON or as its parameters.
 *
 * Controls are named after fields; a name may be a path: `variants[0].subject_template`, `lead_mapping.email`,
 * `lead_mapping[email]`, `custom_fields["two words"]`. Lists close the gaps between their indexes. Other controls and
 * disabled ones are left out. So are files, which cannot be read at once: put what is sent of a file, such as its
 * Base64 text, into a hidden field, and call {@link Binding.check}.
 *
 * - A whole number is one where the field takes it, so `"30"` is 30. Text that is no such number stays text, and
 *   `check` has the API's answer to it.
 * - A box is true or false, checked or not. Boxes and selects for a list are the list of what is chosen; boxes of
 *   which none is checked are an empty list, a select without a choice is left out.
 * - A text area for a list is one item a line.
 * - An empty field is left out if it is optional, and sent empty if it is required.
 * - A list whose items were all removed is sent empty if it is required, or if a fieldset has its name:
 *   `<fieldset name="sequences">`. Without one it looks like a list that the form does not have, and it is left
 *   out.
 *
 * @throws {TypeError} If there is no such operation.
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
 * Checks what {@link readForm} returns at every input, and shows the result in the form.
 *
 * An error shows once its field was left, or a submit was tried: beside its controls, which get an
 * `aria-describedby` and `aria-invalid`, or in the page's own `<div data-error-for="name">`, which stands in the form. An
 * error of a list or an object, such as a wrong sum, is shown at the controls in it that it is about, in the fieldset of
 * its name if there is one. An error without a control that is rendered (it is hidden, its `<details>` is closed) is shown
 * at the top of the form, or in `<div data-error-for="">`; so is what {@link FormOptions.check} refuses without an issue.
 * Advice shows in the same places. Style them by the classes `coldsend-lint-messages`, `coldsend-lint-error` and
 * `coldsend-lint-advice`.
 *
 * A submit that the API would refuse is stopped, other listeners do not get it, each `<details>` around an error is
 * opened, and the first wrong control that takes the focus gets it; a button with `formnovalidate` submits
 * nevertheless. While it is bound, a form has `novalidate`, and its controls the validity that the API gives them
 * (`setCustomValidity`); where the API has nothing against it, a control has what the page itself gave it. Fields may
 * come and go. A form has one binding: another one takes its place.
 *
 * If the WASM is not started yet, the form is bound at once, and the WASM starts while the page is idle; the first
 * focus, input or submit in the form, or {@link Binding.check}, does the rest at once. If it is started, or `check` is
 * your own, the first check comes before this returns. Where the first check fails (a policy forbids WASM, `onCheck`
 * throws), the form is left as it was, and the error is thrown: by this, by {@link Binding.check}, or for nobody to
 * catch, as an `error` or `unhandledrejection` of the page.
 *
 * @returns What ends it, and leaves the form as it was.
 * @throws {TypeError} If there is no such operation or option, or an option is no function where one is needed.
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
export declare function bindForm<A extends Answer | Foretold = Answer>(
  form: HTMLFormElement,
  operation: OperationId,
  options?: FormOptions<A>,
): Binding<A>;

/** How a form is bound. */
export interface FormOptions<A extends Answer | Foretold = Answer> {
  /**
   * Other words for an error or advice, by the id of its rule: a text, or what makes one; without any, it is the
   * issue's `hint`. About a text area that is a list, the number of the line stands before them.
   */
  messages?: { readonly [rule in RuleId]?: string | ((issue: Issue) => string) };
  /**
   * Is called with every answer, and the object that it is about. The first call comes before `bindForm` returns if the WASM
   * is started or `check` is your own, and otherwise once it is: see {@link bindForm}. It may change the form: fields
   * that it adds or removes are checked at once. {@link Binding.check} in it gives its answer to you alone; in a first
   * call before `bindForm` returns, there is no binding yet.
   */
  onCheck?: (answer: A, body: Record<string, unknown>) => void;
  /**
   * What to check with; without it, `check` of `coldsend-lint`, or of `coldsend-lint/slim` in `slim/form`. It may give
   * what `preflight` gives.
   */
  check?: (operation: OperationId, body: Record<string, unknown>) => A;
}

/** Ends what it is the binding of. */
export interface Binding<A extends Answer | Foretold = Answer> {
  (): void;
  /**
   * Checks again, and returns the answer: after a script has changed values, which causes no event. It starts the WASM if
   * nothing has. Once the binding has ended, it shows nothing.
   */
  check(): A;
}
