// The page of a rule about the API key: its requests are checked with the key that they have.
import { preflight } from "../src/preflight/embedded.js";
import { answerExamples, checked, parts } from "./example.js";

answerExamples("request", (text) => {
  const { route, key } = parts(text);
  return checked(() => preflight(route, undefined, key === undefined ? {} : { api_key: key }));
});
