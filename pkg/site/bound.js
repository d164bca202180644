// A form of a tab: its answer is shown in the panel next to it, and its work is kept.
import { bindForm } from "../src/form.js";
import { shapes } from "../src/generated/shapes.js";
import { go, locate, markRequired } from "./fields.js";
import { withoutSecrets } from "./redacted.js";

/**
 * @param {HTMLFormElement} form
 * @param {object} panel shows the answer
 * @param {() => void} changed is called after every check
 */
export function bound(form, panel, changed) {
  let unbind;
  let operation;
  let body;
  let sent = false;
  panel.place = ({ path }) => {
    const field = locate(form, path);
    return field && { name: field.name, go: () => go(locate(form, path).control) };
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sent = true;
    unbind.check();
    sent = false;
  });
  return {
    /** Binds the form to an operation; `read` makes the request from the values of the form. */
    bind(name, { read = (values) => values, ...options } = {}) {
      operation = name;
      unbind?.();
      const onCheck = (answer, values) => {
        body = read(values);
        // Also those that were added.
        markRequired(form, shapes[name]);
        panel.report(answer, { operation, body }, { sent });
        changed();
      };
      unbind = bindForm(form, name, { ...options, onCheck });
    },
    check: () => unbind.check(),
    request: () => ({ operation, body }),
    state: () => withoutSecrets({ operation, body }),
  };
}
