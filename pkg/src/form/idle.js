// Work that waits until the page is idle.

/** The maximum milliseconds to wait until the page is idle, because it may never be. */
const PATIENCE = 50;

/** Waits until the page is idle. */
export const idle = () =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(resolve, { timeout: PATIENCE });
    else setTimeout(resolve);
  });
