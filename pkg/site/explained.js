// The page of an answer: its examples are explained.
import { explain } from "../src/answers/embedded.js";
import { element } from "./dom.js";
import { answerExamples } from "./example.js";
import { heading, meaning } from "./meaning.js";

answerExamples("answer", (text, status) => {
  const code = /^[1-5]\d\d$/.test(status.trim()) ? Number(status) : null;
  const found = explain(code, text);
  if (found.id === null) return { words: "There is no answer in this text", className: "rejected", content: [] };
  // The explanation says the same below a heading.
  return { words: heading(found), className: "found", content: [element("div", { className: "explained" }, ...meaning(found, "../"))] };
});
