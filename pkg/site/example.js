// The examples on the page of a rule: they are answered again when they are edited.
import { element, write } from "./dom.js";
import { tone, verdict, view } from "./view.js";

const ROOT = "../";

/**
 * Answers the examples of a kind. If this fails, as it does without WebAssembly, they stay as they are.
 * @param {string} kind
 * @param {(text: string, status: string) => Result | Promise<Result>} answer
 * @typedef {{ words: string, className: string, content: Node[] }} Result
 */
export function answerExamples(kind, answer) {
  for (const example of document.querySelectorAll(`.example[data-kind=${kind}]`)) {
    const [text, status] = ["textarea", "input"].map((name) => example.querySelector(name));
    const outcome = element("p");
    outcome.setAttribute("role", "status");
    const said = element("div", { className: "said" });
    let last = 0;
    const update = async () => {
      const turn = ++last;
      const { words, className, content } = await answer(text.value, status?.value ?? "");
      // A later text may have been answered first.
      if (turn !== last) return;
      outcome.className = `verdict ${className}`;
      write(outcome, words);
      said.replaceChildren(...content);
      if (!outcome.isConnected) example.querySelector(".result").replaceChildren(outcome, said);
    };
    update().then(() => example.addEventListener("input", update));
  }
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
