// What the page may show of a text: the policy of the package, which `explain` applies to the detail of an answer.
import { explain } from "../src/browser.js";

/** Hides known credentials and what follows the name of a secret. */
export const redacted = (text) => explain(null, { detail: text }).detail;
