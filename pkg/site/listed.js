// The page of a rule for lists of leads: its lists are checked.
import { checkLeads } from "../src/leads/embedded.js";
import { element } from "./dom.js";
import { answerExamples } from "./example.js";
import { entry } from "./lists/problems.js";
import { words } from "./lists/words.js";
import { tone } from "./view.js";

answerExamples("list", async (text) => {
  const found = await checkLeads(text);
  const { ok, problems, columns } = found;
  const entries = problems.map((problem) => entry(problem, { root: "../", isError: !ok, columns }));
  return {
    words: words(found),
    className: tone({ ok, advice: problems }),
    content: entries.length === 0 ? [] : [element("ol", { className: "findings" }, ...entries)],
  };
});
