// Lets the page, or the messages of a worker, have their turn.

/** How long to check without a pause, in milliseconds. */
const TURN = 12;

/**
 * Creates `pause`, which waits for the next turn if the current one has lasted long enough. Timers would wait longer than
 * necessary, and in a hidden page for a second.
 */
export function turns() {
  const channel = typeof MessageChannel === "function" ? new MessageChannel() : undefined;
  let start = Date.now();
  const next = () =>
    new Promise((resolve) => {
      if (channel === undefined) return setTimeout(resolve);
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
  return {
    async pause() {
      if (Date.now() - start < TURN) return;
      await next();
      start = Date.now();
    },
    end: () => channel?.port1.close(),
  };
}
