// Shows messages next to controls, with the attributes that screen readers need.

let count = 0;

/** The attribute of the page's own message slots. */
const SLOT = "data-error-for";

/** All messages of a bound form; `clear` restores the page. */
export class Messages {
  #form;
  /** The messages by the element they are about. */
  #shown = new Map();
  /** The keys passed to `show` since `begin`. */
  #kept = new Set();
  /** The invalid controls: the message, as the browser stores it, and the message that the page had set before. */
  #invalid = new Map();
  /** The controls marked as invalid, and their previous attributes. */
  #marked = new Map();
  /** The controls and groups for which `show` received an error since `begin`. */
  #rejected = new Set();
  /** The element for messages without a field in the form. */
  #summary;

  constructor(form) {
    this.#form = form;
    const slot = this.slots().get("");
    this.#summary = slot ? adopt(slot) : own();
    if (!slot) form.prepend(this.#summary.node);
    this.#summary.node.setAttribute("role", "alert");
  }

  /** Returns the page's own message slots by name. */
  slots() {
    const slots = [...this.#form.querySelectorAll(`[${SLOT}]`)];
    return new Map(slots.map((slot) => [slot.getAttribute(SLOT), slot]));
  }

  begin() {
    this.#kept.clear();
    this.#rejected.clear();
  }

  /**
   * Shows lines about a field.
   * @param {unknown} key identifies it: the same at every update
   * @param {Element[]} controls the controls that the lines describe
   * @param {{ slot?: Element, fieldset?: Element }} place the page's own slot, or the group to put them in
   * @param {{ text: string, advice: boolean }[]} lines
   */
  show(key, controls, { slot, fieldset }, lines) {
    this.#kept.add(key);
    let entry = this.#shown.get(key);
    if (entry === undefined) {
      entry = { ...(slot ? adopt(slot) : own()), described: [] };
      this.#shown.set(key, entry);
    }
    const last = fieldset ?? controls.at(-1);
    if (!slot && (entry.last !== last || !entry.node.isConnected)) {
      fieldset ? fieldset.append(entry.node) : beside(controls, entry.node);
      entry.last = last;
    }
    write(entry.node, lines);
    describe(entry, controls.length === 0 && fieldset ? [fieldset] : controls);
    if (lines.some((line) => !line.advice)) for (const control of controls) this.#reject(control);
  }

  /** A radio button cannot be marked as invalid, only the group that it is in. */
  #reject(control) {
    const marked = control.type === "radio" ? control.closest("[role=radiogroup]") : control;
    if (marked) this.#rejected.add(marked);
  }

  /** Removes messages that were not shown since `begin`. */
  end() {
    for (const [key, entry] of this.#shown) {
      if (this.#kept.has(key)) continue;
      describe(entry, []);
      entry.restore();
      this.#shown.delete(key);
    }
    for (const [control, before] of this.#marked) {
      if (this.#rejected.has(control)) continue;
      mark(control, before);
      this.#marked.delete(control);
    }
    for (const control of this.#rejected) {
      if (!this.#marked.has(control)) this.#marked.set(control, control.getAttribute("aria-invalid"));
      mark(control, "true");
    }
  }

  /** Makes exactly these controls invalid; for others, the page's own validity message is restored. */
  invalidate(texts) {
    for (const [control, entry] of this.#invalid) {
      // The page has set a different message in the meantime.
      if (showsMessage(control) && ownMessage(control) !== entry.shown) entry.before = ownMessage(control);
      if (texts.has(control)) continue;
      control.setCustomValidity(entry.before);
      this.#invalid.delete(control);
    }
    for (const [control, text] of texts) {
      if (!control.setCustomValidity || !showsMessage(control)) continue;
      const entry = this.#invalid.get(control) ?? { before: ownMessage(control) };
      if (entry.text === text && ownMessage(control) === entry.shown) continue;
      control.setCustomValidity(text);
      this.#invalid.set(control, { ...entry, text, shown: ownMessage(control) });
    }
  }

  /** Returns whether all shown messages are still in the page. */
  isWhole() {
    return [this.#summary, ...this.#shown.values()].every(({ node }) => node.isConnected);
  }

  /** Shows messages without a field in the form. */
  summary(lines) {
    const { node } = this.#summary;
    write(node, lines);
    node.toggleAttribute("data-empty", lines.length === 0);
  }

  /** Moves the focus to the message with a key, or to the summary. */
  focus(key) {
    const { node } = this.#shown.get(key) ?? this.#summary;
    if (!node.hasAttribute("tabindex")) node.setAttribute("tabindex", "-1");
    node.focus();
  }

  clear() {
    this.begin();
    this.end();
    this.invalidate(new Map());
    this.#summary.restore();
  }
}

/** Returns the message that was set with `setCustomValidity`. */
const ownMessage = (control) => (control.validity?.customError ? control.validationMessage : "");

/** Returns whether a control exposes its message. A read-only control does not, and is never invalid. */
const showsMessage = (control) => control.willValidate !== false;

/** Fills a slot of the page, and later restores it. */
function adopt(node) {
  const before = ["id", "class", "role", "tabindex", "data-empty"].map((name) => [name, node.getAttribute(name)]);
  const content = [...node.childNodes];
  if (!node.id) node.id = `coldsend-lint-${++count}`;
  node.classList.add("coldsend-lint-messages");
  return {
    node,
    restore() {
      node.replaceChildren(...content);
      written.delete(node);
      for (const [name, value] of before) {
        value === null ? node.removeAttribute(name) : node.setAttribute(name, value);
      }
    },
  };
}

/** Creates an element of our own for messages. */
function own() {
  const node = document.createElement("div");
  node.id = `coldsend-lint-${++count}`;
  node.className = "coldsend-lint-messages";
  return { node, restore: () => node.remove() };
}

/** Inserts an element after the last control or its label, or at the end of its group. */
function beside(controls, node) {
  const last = controls.at(-1);
  const group = controls.length > 1 ? last.closest("fieldset") : null;
  const whole = group !== null && [...group.elements].every((one) => !one.name || controls.includes(one));
  // Inside a label, it would be read as part of the name.
  if (whole) group.append(node);
  else (last.closest("label") ?? last).after(node);
}

/** Writes only what has changed, so that nothing is announced twice. */
function write(node, lines) {
  const key = JSON.stringify(lines);
  if (written.get(node) === key && (lines.length > 0) === node.hasChildNodes()) return;
  written.set(node, key);
  node.replaceChildren(
    ...lines.map(({ text, advice }) => {
      const line = document.createElement("p");
      line.className = advice ? "coldsend-lint-advice" : "coldsend-lint-error";
      line.textContent = text;
      return line;
    }),
  );
}

const written = new WeakMap();

/** Links exactly these controls to their message. */
function describe(entry, controls) {
  const { id } = entry.node;
  for (const control of entry.described) {
    if (controls.includes(control)) continue;
    const ids = tokens(control).filter((token) => token !== id);
    ids.length > 0
      ? control.setAttribute("aria-describedby", ids.join(" "))
      : control.removeAttribute("aria-describedby");
  }
  for (const control of controls) {
    const ids = tokens(control);
    if (!ids.includes(id)) control.setAttribute("aria-describedby", [...ids, id].join(" "));
  }
  entry.described = controls;
}

function mark(control, invalid) {
  if (control.getAttribute("aria-invalid") === invalid) return;
  invalid === null ? control.removeAttribute("aria-invalid") : control.setAttribute("aria-invalid", invalid);
}

const tokens = (control) => (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
