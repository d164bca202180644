// The work in each tab: kept over reloads, and shared in a link. Each tab leaves its secrets out: see redacted.js.

const PREFIX = "coldsend-lint/";

/** Keeps the work in a tab until the window is closed. A browser may forbid that. */
export function keep(tab, state) {
  try {
    sessionStorage.setItem(PREFIX + tab, JSON.stringify(state));
  } catch {}
}

/** Returns the work in a tab, if any. */
export function kept(tab) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + tab)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Returns a fragment with the work in a tab. */
export function fragment(tab, state) {
  const bytes = new TextEncoder().encode(JSON.stringify(state));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `#${tab}=${text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Returns the tab in a fragment, and the work in it, if any. */
export function read(hash) {
  const [tab, text] = hash.slice(1).split("=");
  if (!text) return { tab };
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (byte) => byte.charCodeAt(0));
    return { tab, state: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return { tab };
  }
}
