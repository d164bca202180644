// Events of the controls of a form, which may be outside it, in whatever document or shadow root the form is.

/** The events after which the user may be in another root than before. */
const FIRST = ["pointerdown", "focusin", "input", "change"];

/** Listens at the root of a form, and goes with the form to another one. */
export class RootListeners {
  #form;
  #listeners;
  #root;
  #attached;
  #following = new AbortController();

  /**
   * @param {HTMLFormElement} form
   * @param {{ [event: string]: (event: Event) => void }} listeners
   */
  constructor(form, listeners) {
    this.#form = form;
    this.#listeners = Object.entries(listeners);
    // No event tells that the form has moved, but a listener that is added now still receives the current event.
    const options = { capture: true, signal: this.#following.signal };
    for (const name of FIRST) form.addEventListener(name, () => this.follow(), options);
    this.follow();
  }

  /** Attaches the listeners to the current root. */
  follow() {
    const root = this.#form.getRootNode();
    if (root === this.#root || this.#following.signal.aborted) return;
    this.#attached?.abort();
    this.#attached = new AbortController();
    this.#root = root;
    for (const [name, listener] of this.#listeners) {
      root.addEventListener(name, listener, { signal: this.#attached.signal, capture: name.startsWith("pointer") });
    }
  }

  stop() {
    this.#following.abort();
    this.#attached.abort();
  }
}
