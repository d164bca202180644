// Work that waits until the page has nothing else to do.

/** Milliseconds of work at a time: what comes in between waits no longer. */
const SLICE = 8;

/** Milliseconds to wait for a pause; a page may never make one. */
const PATIENCE = 50;

/**
 * Does steps while the page is idle, or now and then if it never is, until one tells that it was the last.
 * @param {() => boolean} step
 */
export async function whileIdle(step) {
  while (!step()) {
    const pause = await idle();
    const end = performance.now() + pause;
    while (performance.now() < end) if (step()) return;
  }
}

/** Waits for a pause; how long it may be used. */
const idle = () =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback !== "function") return setTimeout(resolve, 0, SLICE);
    const use = (deadline) => resolve(deadline.didTimeout ? SLICE : Math.min(SLICE, deadline.timeRemaining()));
    requestIdleCallback(use, { timeout: PATIENCE });
  });
