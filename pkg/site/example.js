// The examples on the page of a rule: they are answered again when they are edited.
import { warmUp } from "../src/browser.js";
import { element, write } from "./dom.js";
import { tone, verdict, view } from "./view.js";

const ROOT = "../";

/**
 * Answers examples of a kind.
 * @param {string} kind
 * @param {(text: string, status: string) => { words: string, className: string, content: Node[] }} answer
 */
export function answerExamples(kind, answer) {
  const examples = document.querySelectorAll(`.example[data-kind=${kind}]`);
  const start = () => {
    for (const example of examples) {
      const text = example.querySelector("textarea");
      const status = example.querySelector("input");
      const outcome = element("p", { className: "verdict" });
      outcome.setAttribute("role", "status");
      const content = element("div", { className: "said" });
      example.querySelector(".result").replaceChildren(outcome, content);
      const update = () => {
        const result = answer(text.value, status?.value ?? "");
        outcome.className = `verdict ${result.className}`;
        write(outcome, result.words);
        content.replaceChildren(...result.content);
      };
      for (const control of [text, status]) control?.addEventListener("input", update);
      update();
    }
  };
  // Without WebAssembly, the examples stay as they are.
  warmUp().then(start, () => {});
}

/** Returns the parts of a request: the method and the path, the API key, and the body. */
export function parts(text) {
  const [head, ...rest] = text.split("\n\n");
  const [route, ...headers] = head.split("\n");
  const key = headers.map((line) => /^x-api-key:\s*(.*)$/i.exec(line)?.[1]).find((key) => key !== undefined);
  return { route: route.trim(), key, body: rest.join("\n\n").trimEnd() };
}

/** Returns the result of a check of a request, or why it cannot be checked. */
export function checked(check) {
  try {
    const answer = check();
    return { words: verdict(answer), className: tone(answer), content: view(answer, ROOT) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { words: "Not a request that is known", className: "rejected", content: [element("p", {}, error.message)] };
  }
}
