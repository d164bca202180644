// The page of a rule: its requests are checked.
import { checkText, warmUp } from "../src/check/embedded.js";
import { answerExamples, checked, parts } from "./example.js";

// The first check would block the page.
await warmUp();
answerExamples("request", (text) => {
  const { route, body } = parts(text);
  return checked(() => checkText(route, body));
});
