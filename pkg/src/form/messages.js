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
  /** The controls that are invalid, and why. */
  #invalid = new Map();
  /** Where what has no field in the form is told. */
  #summary;

  constructor(form) {
    this.#form = form;
    const slot = this.slots().get("");
    this.#summary = slot ? adopt(slot) : beside([], undefined, form);
    this.#summary.node.setAttribute("role", "alert");
  }

  /** The page's own places for messages, by the name they are for. */
  slots() {
    const slots = [...this.#form.querySelectorAll(`[${SLOT}]`)];
    return new Map(slots.map((slot) => [slot.getAttribute(SLOT), slot]));
  }

  begin() {
    this.#kept.clear();
  }

  /**
   * Shows lines about controls.
   * @param {Element[]} controls one field's; the first stands for all
   * @param {Element | undefined} slot the page's own place for them
   * @param {{ text: string, advice: boolean }[]} lines
   */
  show(controls, slot, lines) {
    const about = slot ?? controls[0];
    this.#kept.add(about);
    let entry = this.#shown.get(about);
    if (entry === undefined) {
      entry = { ...(slot ? adopt(slot) : beside(controls)), described: [] };
      this.#shown.set(about, entry);
    }
    if (!slot && !entry.node.isConnected) beside(controls, entry.node);
    write(entry.node, lines);
    const rejected = lines.some((line) => !line.advice);
    describe(entry, controls, rejected);
  }

  /** Takes away what was not shown since `begin`. */
  end() {
    for (const [about, entry] of this.#shown) {
      if (this.#kept.has(about)) continue;
      describe(entry, [], false);
      entry.restore();
      this.#shown.delete(about);
    }
  }

  /** Makes just these controls invalid. */
  invalidate(texts) {
    for (const control of this.#invalid.keys()) {
      if (!texts.has(control)) control.setCustomValidity?.("");
    }
    for (const [control, text] of texts) {
      if (this.#invalid.get(control) !== text) control.setCustomValidity?.(text);
    }
    this.#invalid = texts;
  }

  /** Tells what has no field in the form. */
  summary(lines) {
    const { node } = this.#summary;
    write(node, lines);
    node.toggleAttribute("data-empty", lines.length === 0);
  }

  /** Moves the focus to a slot, or to the summary. */
  focus(node = this.#summary.node) {
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

/** A place of our own: after the control, its label or its group. */
function beside(controls, node = document.createElement("div"), form) {
  if (!node.id) node.id = `coldsend-lint-${++count}`;
  node.className = "coldsend-lint-messages";
  if (form) form.prepend(node);
  else {
    const last = controls.at(-1);
    const group = controls.length > 1 ? last.closest("fieldset") : null;
    const whole = group !== null && [...group.elements].every((one) => !one.name || controls.includes(one));
    // Inside of a label it would be read as a part of the name.
    if (whole) group.append(node);
    else (last.closest("label") ?? last).after(node);
  }
  return { node, restore: () => node.remove() };
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
function describe(entry, controls, rejected) {
  const { id } = entry.node;
  for (const { control, invalid } of entry.described) {
    if (controls.includes(control)) continue;
    const ids = tokens(control).filter((token) => token !== id);
    ids.length > 0
      ? control.setAttribute("aria-describedby", ids.join(" "))
      : control.removeAttribute("aria-describedby");
    mark(control, invalid);
  }
  const known = new Map(entry.described.map((one) => [one.control, one]));
  entry.described = controls.map((control) => {
    const one = known.get(control) ?? { control, invalid: control.getAttribute("aria-invalid") };
    const ids = tokens(control);
    if (!ids.includes(id)) control.setAttribute("aria-describedby", [...ids, id].join(" "));
    mark(control, rejected ? "true" : one.invalid);
    return one;
  });
}

/** A radio button cannot be marked, its group can. */
function mark(control, invalid) {
  if (control.type === "radio" || control.getAttribute("aria-invalid") === invalid) return;
  invalid === null ? control.removeAttribute("aria-invalid") : control.setAttribute("aria-invalid", invalid);
}

const tokens = (control) => (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
