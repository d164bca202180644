// A list of leads: a file or pasted rows, checked in a worker. The list is neither kept nor shared.
import { checkLeads } from "../src/browser.js";
import { write } from "./dom.js";
import { format } from "./format.js";
import { dropped } from "./lists/drop.js";
import { failure, report } from "./lists/report.js";
import { words } from "./lists/words.js";
import { startWorker } from "./lists/worker.js";
import { textWithoutSecrets, withoutSecrets } from "./redacted.js";

const EXAMPLE = `E-mail,First name,Company
ada@Example.com,Ada,Lovelace & Co
grace@example.com,Grace,
taro..yamada@docomo.ne.jp,Taro,Yamada
bob.example.com,Bob,Builders
#N/A,#N/A,Nobody Inc
Ada@example.com,Ada,Lovelace & Co
info@example.org,,Example
`;

/** No report. */
const NOTHING = { nodes: [], end() {} };

/** How long a check may take before the page shows its progress, in milliseconds. */
const PATIENCE = 200;

/**
 * @param {(tab: string) => { body: unknown }} requestOf returns the request in another tab
 */
export function lists(pane, _panel, changed, requestOf) {
  const [form, more, progress, heard, place] = ["form", "details", ".progress", ".found", ".report"].map((part) => pane.querySelector(part));
  const { file, text, campaign, mapping } = form.elements;
  const [bar, cancel] = [progress.querySelector("progress"), progress.querySelector("button")];
  let worker, list, run;
  let shown = NOTHING;

  /** Shows a report, or nothing. What is read aloud is short. */
  function show(next, said) {
    shown.end();
    shown = next;
    place.replaceChildren(...shown.nodes);
    // Another page in this tab would lose the list.
    for (const page of place.querySelectorAll("a:not([download])")) page.target = "_blank";
    write(heard, said);
  }

  /** Checks the list; an earlier check ends. */
  async function update() {
    run?.abort();
    run = undefined;
    for (const control of [campaign, mapping]) complain(control, "");
    if (list === undefined) {
      progress.hidden = true;
      return show(NOTHING, "");
    }
    const own = new AbortController();
    run = own;
    const patience = setTimeout(() => {
      if (progress.hidden) bar.value = 0;
      progress.hidden = false;
      show(NOTHING, "Checking the list");
    }, PATIENCE);
    try {
      worker ??= startWorker();
      const onProgress = ({ bytes, total }) => (bar.value = bytes / total);
      const options = { campaign: campaign.value.trim() || null, mapping: mapping.value.trim() || null };
      const found = await checkLeads(list, { ...options, worker, fix: true, rejects: true, signal: own.signal, onProgress });
      if (run === own) show(report(found, { list, go: list === text.value ? goToLine : undefined }), words(found));
    } catch (error) {
      if (run === own) fail(error, own.signal.aborted);
    } finally {
      clearTimeout(patience);
      if (run === own) {
        const wasFocused = document.activeElement === cancel;
        progress.hidden = true;
        if (wasFocused) file.focus();
      }
    }
  }

  function fail(error, isCancelled) {
    const [, option, wrong] = /^wrong option (\w+): (.*)$/s.exec(error.message) ?? [];
    if (option) complain(form.elements[option], wrong);
    const message = isCancelled ? "Cancelled" : option ? `Not checked, because of the ${option}` : `Not checked: ${error.message}`;
    show(failure(message), message);
    // Its script may not have loaded.
    if (!isCancelled && !option) {
      worker?.terminate();
      worker = undefined;
    }
  }

  function complain(control, message) {
    const wrong = pane.querySelector(`#${control.id}-wrong`);
    write(wrong, message);
    wrong.hidden = message === "";
    control.setAttribute("aria-invalid", String(!wrong.hidden));
    if (!wrong.hidden) more.open = true;
  }

  function take(taken) {
    list = taken;
    text.value = "";
    update();
  }

  function goToLine(line) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  }

  // A file that is chosen again may have changed.
  file.addEventListener("click", () => (file.value = ""));
  file.addEventListener("change", () => file.files[0] && take(file.files[0]));
  text.addEventListener("input", () => {
    file.value = "";
    list = text.value.trim() === "" ? undefined : text.value;
    update();
  });
  dropped(pane, text, (taken) => {
    file.value = "";
    take(taken);
  });
  for (const control of [campaign, mapping]) {
    control.addEventListener("input", () => {
      update();
      changed();
    });
  }
  cancel.addEventListener("click", () => run?.abort());
  pane.querySelector(".try").addEventListener("click", () => {
    file.value = "";
    list = text.value = EXAMPLE;
    update();
  });
  pane.querySelector(".from-tab").addEventListener("click", () => {
    campaign.value = format(withoutSecrets(requestOf("campaign").body));
    update();
    changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  return {
    shared: "Copied, with the campaign and the mapping, but without the list.",
    state: () => ({ campaign: textWithoutSecrets(campaign.value), mapping: textWithoutSecrets(mapping.value) }),
    restore(state) {
      [campaign.value, mapping.value] = [state.campaign, state.mapping].map((value) => (typeof value === "string" ? value : ""));
      more.open = campaign.value !== "" || mapping.value !== "";
      update();
    },
  };
}
