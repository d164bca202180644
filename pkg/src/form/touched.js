// The controls that the user has left, whose messages are shown.

/** Remembers controls. While a pointer is pressed, it waits: see `leave`. */
export class Touched {
  #controls = new WeakSet();
  #waiting = new Set();
  #isPressed = false;
  #report;

  /** @param {() => void} report called when there are more controls */
  constructor(report) {
    this.#report = report;
  }

  has(control) {
    return this.#controls.has(control);
  }

  /**
   * Adds controls. A message that appears while a button is pressed would move the button from under the pointer, and
   * the click would be lost, so this waits until it is released.
   */
  leave(controls) {
    for (const control of controls) this.#waiting.add(control);
    if (!this.#isPressed) this.#settleAndReport();
  }

  press() {
    this.#isPressed = true;
  }

  release() {
    this.#isPressed = false;
    setTimeout(() => this.#settleAndReport());
  }

  #settleAndReport() {
    if (this.settle()) this.#report();
  }

  /** Adds the controls that are waiting. Returns whether there were any. */
  settle() {
    const found = this.#waiting.size > 0;
    for (const control of this.#waiting) this.#controls.add(control);
    this.#waiting.clear();
    return found;
  }

  /** Forgets these controls, and those that are waiting. */
  forget(controls) {
    this.#waiting.clear();
    for (const control of controls) this.#controls.delete(control);
  }
}
