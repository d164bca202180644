// The page: tabs, and the panel next to each.
import { warmUp } from "../src/browser.js";
import * as answer from "./answer.js";
import { campaign } from "./campaign.js";
import { error } from "./error.js";
import { json } from "./json.js";
import { lead } from "./lead.js";
import { sender } from "./sender.js";

const panes = { campaign, sender, lead, json, error };
const started = new Map();
const tabs = [...document.querySelectorAll("[role=tab]")];

function open(name) {
  for (const tab of tabs) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
  // A pasted error is already an answer.
  document.querySelector(".answer").hidden = name === "error";
  if (!started.has(name)) {
    const panel = answer.panel();
    started.set(name, panel);
    panes[name](document.getElementById(name), panel);
  }
  answer.show(started.get(name));
}

for (const [place, tab] of tabs.entries()) {
  tab.addEventListener("click", () => {
    history.replaceState(null, "", `#${tab.getAttribute("aria-controls")}`);
    open(tab.getAttribute("aria-controls"));
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

const named = () => (Object.hasOwn(panes, location.hash.slice(1)) ? location.hash.slice(1) : "campaign");
addEventListener("hashchange", () => open(named()));
open(named());
warmUp().catch((error) => {
  const failure = document.querySelector(".failure");
  failure.hidden = false;
  failure.append(` (${error.message})`);
});
