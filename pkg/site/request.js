// The page of a rule: its requests are checked.
import { checkText } from "../src/browser.js";
import { answerExamples, checked, parts } from "./example.js";

answerExamples("request", (text) => {
  const { route, body } = parts(text);
  return checked(() => checkText(route, body));
});
