// Messages beside controls, and what screen readers need to find them.

let count = 0;

/** A slot's name for the form as a whole. */
const SLOT = "data-error-for";

/** All messages of a bound form; `clear` leaves the page as it was. */
export class Messages {
  #form;
  /** By the element they are about. */
  #shown = new Map();
  /** What `show` has been given since `begin`. */
  #kept = new Set();
  /** The controls that are invalid: why, how the browser has it, and what the page had set before. */
  #invalid = new Map();
  /** The controls that are marked as invalid, and what they had before. */
  #marked = new Map();
  /** The controls that `show` got an error for since `begin`. */
  #rejected = new Set();
  /** Where messages without a field in the form are shown. */
  #summary;

  constructor(form) {
    this.#form = form;
    const slot = this.slots().get("");
    this.#summary = slot ? adopt(slot) : own();
    if (!slot) form.prepend(this.#summary.node);
    this.#summary.node.setAttribute("role", "alert");
  }

  /** The page's own places for messages, by the name they are for. */
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
   * @param {Element[]} controls what is tied to the lines
   * @param {{ slot?: Element, fieldset?: Element }} place the page's own place for them, or the group they go into
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
    if (lines.some((line) => !line.advice)) for (const control of controls) this.#rejected.add(control);
  }

  /** Takes away what was not shown since `begin`. */
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

  /** Makes just these controls invalid; the page's own message of one comes back after. */
  invalidate(texts) {
    for (const [control, entry] of this.#invalid) {
      // The page has set another message since.
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

  /** Whether all that was shown is still in the page. */
  isWhole() {
    return [this.#summary, ...this.#shown.values()].every(({ node }) => node.isConnected);
  }

  /** Shows messages without a field in the form. */
  summary(lines) {
    const { node } = this.#summary;
    write(node, lines);
    node.toggleAttribute("data-empty", lines.length === 0);
  }

  /** Moves the focus to what was shown under a key, or to the summary. */
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

/** What a control was given by `setCustomValidity`. */
const ownMessage = (control) => (control.validity?.customError ? control.validationMessage : "");

/** One that is read-only is never invalid, and does not show its message. */
const showsMessage = (control) => control.willValidate !== false;

/** A slot of the page is filled, and later put back. */
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

/** A place of our own. */
function own() {
  const node = document.createElement("div");
  node.id = `coldsend-lint-${++count}`;
  node.className = "coldsend-lint-messages";
  return { node, restore: () => node.remove() };
}

/** Puts it after the control, its label or its group. */
function beside(controls, node) {
  const last = controls.at(-1);
  const group = controls.length > 1 ? last.closest("fieldset") : null;
  const whole = group !== null && [...group.elements].every((one) => !one.name || controls.includes(one));
  // Inside of a label it would be read as a part of the name.
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

/** Ties the controls, and no others, to their message. */
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

/** A radio button cannot be marked, its group can. */
function mark(control, invalid) {
  if (control.type === "radio" || control.getAttribute("aria-invalid") === invalid) return;
  invalid === null ? control.removeAttribute("aria-invalid") : control.setAttribute("aria-invalid", invalid);
}

const tokens = (control) => (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
