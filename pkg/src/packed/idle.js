// Work that waits until the page has nothing else to do.

/** Milliseconds of work at a time, where the browser does not say how many there are. */
const SLICE = 8;

/**
 * Does steps while the page is idle, until one tells that it was the last.
 * @param {() => boolean} step
 */
export async function whileIdle(step) {
  while (!step()) {
    const { timeRemaining } = await idle();
    while (timeRemaining() > 1 && !step());
  }
}

const idle = () =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") {
      requestIdleCallback((deadline) => resolve({ timeRemaining: () => deadline.timeRemaining() }));
    } else {
      setTimeout(() => {
        const end = performance.now() + SLICE;
        resolve({ timeRemaining: () => end - performance.now() });
      });
    }
  });
