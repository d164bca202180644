// Moves the focus to an error.
import { isRendered } from "./rendered.js";

/** Opens closed `<details>` around controls. Returns whether there were any. */
export function reveal(controls) {
  let found = false;
  for (const control of controls) {
    if (isRendered(control)) continue;
    for (let closed; (closed = control.closest("details:not([open])")); ) found = closed.open = true;
  }
  return found;
}

/** Focuses a control. Returns whether it took the focus. */
export function focus(control) {
  control.focus();
  return control.getRootNode().activeElement === control;
}
