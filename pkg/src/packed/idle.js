// Work that is done while the page is idle.

/** The maximum milliseconds of work at a time, so that events do not wait longer. */
const SLICE = 8;

/** The maximum milliseconds to wait until the page is idle, because it may never be. */
const PATIENCE = 50;

/**
 * Does steps while the page is idle, or from time to time if it never is, until one of them returns that it was the
 * last.
 * @param {() => boolean} step
 */
export async function whileIdle(step) {
  while (!step()) {
    const pause = await idle();
    const end = performance.now() + pause;
    while (performance.now() < end) if (step()) return;
  }
}

/** Waits until the page is idle. Resolves to the milliseconds that may be used. */
const idle = () =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback !== "function") return setTimeout(resolve, 0, SLICE);
    const use = (deadline) => resolve(deadline.didTimeout ? SLICE : Math.min(SLICE, deadline.timeRemaining()));
    requestIdleCallback(use, { timeout: PATIENCE });
  });
