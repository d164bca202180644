// The page to try it: the tabs, the panel next to them, and the work in them, which is kept and shared.
import { warmUp } from "../src/browser.js";
import * as answer from "./answer.js";
import { campaign } from "./campaign.js";
import { copy } from "./copy.js";
import { write } from "./dom.js";
import { error } from "./error.js";
import { json } from "./json.js";
import { lead } from "./lead.js";
import { lists } from "./lists.js";
import { sender } from "./sender.js";
import { situation } from "./situation.js";
import { fragment, keep, kept, read } from "./state.js";

/** The tabs by id: each is set up when it is first opened. */
const panes = { campaign, sender, lead, lists, json, situation, error };
/** The tabs whose answer is shown where they are: a list is no request, and a pasted answer is already one. */
const ALONE = new Set(["lists", "error"]);
const started = new Map();
const tabs = [...document.querySelectorAll("[role=tab]")];
const paneOf = (name) => document.getElementById(`pane-${name}`);
const copied = document.querySelector(".copied");
let opened;

/** Sets up a tab, with the work that is given or that was kept. */
function start(name, given) {
  if (!started.has(name)) {
    const panel = answer.panelOf();
    const one = { panel };
    started.set(name, one);
    const changed = () => one.tab && keep(name, one.tab.state());
    one.tab = panes[name](paneOf(name), panel, changed, request);
    given ??= kept(name);
  }
  const { tab } = started.get(name);
  if (given) {
    const before = tab.state();
    try {
      tab.restore(given);
    } catch {
      // A link may hold anything.
      tab.restore(before);
    }
  }
  return started.get(name);
}

/** Returns the request in a tab. */
const request = (name) => start(name).tab.request();

function open(name, given) {
  opened = name;
  for (const tab of tabs) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
  answer.close();
  write(copied, "");
  const { tab, panel } = start(name, given);
  tab.opened?.();
  answer.show(ALONE.has(name) ? undefined : panel);
}

for (const [place, tab] of tabs.entries()) {
  const name = tab.id.replace("tab-", "");
  tab.addEventListener("click", () => {
    history.replaceState(null, "", `#${name}`);
    open(name);
  });
  tab.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs.at(to % tabs.length);
    next.focus();
    next.click();
  });
}

/** Opens what the address names. The work in it is then kept like any other, so that reloading does not undo changes. */
function go() {
  const { tab, state } = read(location.hash);
  const name = Object.hasOwn(panes, tab) ? tab : "campaign";
  if (state) history.replaceState(null, "", `#${name}`);
  open(name, state);
}

const share = document.querySelector(".share");
share.addEventListener("click", () => {
  const { tab } = started.get(opened);
  const { href } = new URL(fragment(opened, tab.state()), location.href);
  copy(href, copied, tab.shared ?? "Copied, without keys and passwords.");
});

warmUp().then(() => {
  addEventListener("hashchange", go);
  go();
}, (error) => {
  const failure = document.querySelector(".failure");
  failure.hidden = false;
  failure.append(` (${error.message})`);
});
