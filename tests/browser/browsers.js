// Starts the browser that the tests run in: Chromium, or the one that the environment variable BROWSER names.
import { chromium, firefox } from "playwright-core";
import { launch as webkit } from "./webkit.js";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

const browsers = {
  chromium: (flags) => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] }),
  // Debian's Firefox, over WebDriver BiDi. After 1.64, playwright-core sends a command that it does not know.
  firefox: () => firefox.launch({ executablePath: "/usr/bin/firefox-esr", channel: "moz-firefox" }),
  webkit,
};

export const name = process.env.BROWSER ?? "chromium";

/** Starts the browser. The flags are Chromium's. */
export const launch = (flags = []) => browsers[name](flags);
