/**
 * Live forms: the API's answer while the user fills in a form. Nothing is sent anywhere.
 *
 * @module
 */
import type { Answer, CheckOptions, Messages, OperationId, Prediction } from "./index.cjs";

/**
 * The object that a form sends to an operation, as JSON or as its parameters.
 *
 * Controls are named after fields; a name may be a path: `variants[0].subject_template`, `lead_mapping.email`,
 * `lead_mapping[email]`, `custom_fields["two words"]`. Gaps between the indexes of a list are closed. Other controls
 * and disabled ones are skipped. So are files, which cannot be read synchronously: put the content to send, such as
 * Base64 text, into a hidden field, and call {@link Binding.check}.
 *
 * - If a field takes a whole number, `"30"` becomes 30. Other text is left unchanged, so that `check` gives the API's
 *   answer.
 * - A checkbox is true or false. Checkboxes and selects for a list give the list of chosen values: an empty list if no
 *   checkbox is checked; a select without a choice is omitted.
 * - A text area for a list has one item per line.
 * - An empty field is omitted if it is optional, and sent empty if it is required.
 * - A list whose items were all removed is sent empty if it is required, or if there is a fieldset with its name:
 *   `<fieldset name="sequences">`. Without the fieldset it is omitted, like a list that the form does not have.
 *
 * A `FormData` or a `URLSearchParams` is read in the same way, in a browser or on a server. It lacks what a browser does
 * not submit: a checkbox that is not checked is omitted, and so is a list whose items were all removed unless it is
 * required.
 *
 * @throws {TypeError} If the operation is unknown, or the first argument is not a form.
 *
 * @example
 * ```js
 * import { readForm } from "coldsend-lint/form";
 *
 * const body = JSON.stringify(readForm(form, "create_campaign"));
 * ```
 */
export declare function readForm(form: HTMLFormElement | FormData | URLSearchParams, operation: OperationId): Record<string, unknown>;

/**
 * Checks a form on every input, as {@link readForm} reads it, and shows the result in the form.
 *
 * An error is shown once the user has left its field or tried to submit: next to its controls, which get
 * `aria-describedby` and `aria-invalid` (radio buttons: their `role="radiogroup"`), or in your own `<div data-error-for="name">` inside the form. An error about a
 * list or an object, such as a wrong sum, is shown at the controls involved, or in the fieldset with its name if there
 * is one. An error whose controls are not rendered (hidden, or in a closed `<details>`) is shown at the top of the
 * form, or in `<div data-error-for="">`; so is a rejection by {@link FormOptions.check} that has no issues. Advice is
 * shown in the same places. Style them with the classes `coldsend-lint-messages`, `coldsend-lint-error` and
 * `coldsend-lint-advice`.
 *
 * If the API would reject the form, its `submit` event is stopped before other listeners receive it, every `<details>`
 * around an error is opened, and the first invalid control that can be focused is focused; a button with
 * `formnovalidate` submits anyway. While it is bound, a form has `novalidate`, and its controls have the validity that
 * the API gives them (`setCustomValidity`); a valid control has the validity that your page gave it. Fields may be
 * added and removed, and the form may be moved to another document or shadow root. A form can have only one binding; a
 * new one replaces it.
 *
 * If the WASM has not started, the form is bound at once and the WASM starts while the page is idle; the first focus,
 * input or submit in the form, or {@link Binding.check}, does the rest immediately. If it has started, or `check` is
 * your own, the first check runs before this function returns. If the first check fails because `check` or `onCheck`
 * throws, the form is left as it was, and the error is thrown.
 *
 * If there is no WebAssembly, or a policy forbids it, the form is left as it was, so that it can be submitted, and a
 * warning is written to the console. Only {@link Binding.check} throws.
 *
 * @returns The binding. Calling it ends it.
 * @throws {TypeError} If the operation or an option is unknown, the form is not a form, or an option has the wrong type.
 *
 * @example
 * ```js
 * import { bindForm, readForm } from "coldsend-lint/form";
 *
 * const binding = bindForm(form, "create_campaign");
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

/** Options for {@link bindForm}. */
export interface FormOptions<A extends Answer | Prediction = Answer> extends Pick<CheckOptions, "deny"> {
  /**
   * Your own messages, such as `de` of `coldsend-lint/messages/de`. The default is the issue's `hint`. For a text area
   * that holds a list, the line number is put in front.
   */
  messages?: Messages | undefined;
  /**
   * Called with the answer and the object that was checked: after the first check, each input, each submit and each
   * {@link Binding.check}, and when that object has changed for another reason. The first call comes before `bindForm`
   * returns if the WASM has started or `check` is your own; otherwise once it has started: see {@link bindForm}. It may
   * change the form: fields that it adds or removes are checked at once. If it calls {@link Binding.check}, `onCheck` is
   * not called for that answer; in a first call before `bindForm` returns, there is no binding yet.
   */
  onCheck?: ((answer: A, body: Record<string, unknown>) => void) | undefined;
  /**
   * The function that checks; by default, `check` of `coldsend-lint`, or of `coldsend-lint/slim` in `slim/form`. It may
   * return what `preflight` returns. It cannot be combined with `deny`.
   */
  check?: ((operation: OperationId, body: Record<string, unknown>) => A) | undefined;
  /** Ends the binding when it aborts. */
  signal?: AbortSignal | undefined;
}

/** A form that is checked. Calling it ends it, as {@link Binding.destroy} does. */
export interface Binding<A extends Answer | Prediction = Answer> {
  (): void;
  /**
   * Checks again and returns the answer. Call it after a script has changed values, since that does not cause an event.
   * It starts the WASM if necessary. After the binding has ended, it shows nothing.
   *
   * @throws If WebAssembly is missing or forbidden.
   */
  check(): A;
  /** Ends the binding, and restores the form. */
  destroy(): void;
}
