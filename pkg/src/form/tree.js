// The controls of a form, as a tree of the request.
import { isFormData } from "../arguments.js";
import { reads } from "../generated/shapes.js";
import { parts } from "./name.js";

/** Returns the shape of a whole request. */
const root = (fields) => ({ kind: "object", fields, required: true });

/** Types of controls without a value to send. */
const IDLE = new Set(["button", "submit", "reset", "image", "file", "output", "object"]);

/** A node of the request: its controls and its children. */
class Place {
  constructor(shape, name = "") {
    this.shape = shape;
    /** The path to it as text, which is the same in every tree. */
    this.name = name;
    /** The controls with exactly this name. */
    this.controls = [];
    /** The fieldset with its name, which shows that the form has this node even if it is empty. */
    this.fieldset = undefined;
    /** The child nodes, by key or by the index in the name. */
    this.inner = new Map();
    /** The nodes of the items of a list that are sent, without gaps; filled by `read`. */
    this.items = [];
  }

  /** Returns the child node for this part of a name. */
  at(part) {
    const { kind, fields, of } = this.shape;
    if (kind === "object") {
      return Object.hasOwn(fields, part) ? this.#open(part, fields[part]) : undefined;
    }
    if (kind === "map") return this.#open(part, of);
    return kind === "list" && /^\d{1,9}$/.test(part) ? this.#open(Number(part), of) : undefined;
  }

  #open(key, shape) {
    if (!this.inner.has(key)) this.inner.set(key, new Place(shape, `${this.name}[${JSON.stringify(key)}]`));
    return this.inner.get(key);
  }

  /** Creates the nodes that exist without any control: required lists whose items have all been removed. */
  complete() {
    if (this.shape.kind !== "object") return;
    for (const [key, shape] of Object.entries(this.shape.fields)) {
      if (shape.kind === "list" && shape.required) this.#open(key, shape);
    }
  }

  /** Yields all controls in it, at any depth. */
  *all() {
    yield* this.controls;
    for (const place of this.inner.values()) yield* place.all();
  }
}

/**
 * Yields the controls that may be part of the request, and the fieldsets. What a browser or a server has made of a form
 * has one for each text in it.
 */
export function* controls(form) {
  if (isFormData(form)) {
    for (const [name, value] of form) if (typeof value === "string") yield { name, value, type: "textarea" };
    return;
  }
  for (const control of form.elements) {
    if (!IDLE.has(control.type) && control.name && !control.matches(":disabled")) yield control;
  }
}

/**
 * Returns the tree of all controls of a form that are named after a field and are not disabled.
 * @param {HTMLFormElement | FormData | URLSearchParams} form
 * @param {object} fields the operation's shape
 */
export function tree(form, fields) {
  const top = new Place(root(fields));
  for (const control of controls(form)) {
    const place = find(top, control.name);
    if (control.type !== "fieldset") place?.controls.push(control);
    else if (place) place.fieldset = control;
  }
  return top;
}

/** Returns the node with this name, if the operation has it. */
export function find(top, name) {
  const path = parts(name);
  // `sending_days[]` adds an item to `sending_days`.
  if (path?.at(-1) === "") path.pop();
  return path?.reduce((place, part) => place?.at(part), top);
}

/**
 * Returns the node that an error is about or, if there is none, the nearest node around it.
 * @returns {{ place: Place, exact: boolean }}
 */
export function locate(top, path) {
  let place = top;
  for (const [depth, part] of path.entries()) {
    const inner = typeof part === "number" ? place.items[part] : place.inner.get(part);
    // An item of a list that is held by a group of controls.
    if (inner === undefined) return { place, exact: depth === path.length - 1 && place.controls.length > 0 };
    place = inner;
  }
  return { place, exact: true };
}

/** Returns the controls that an error about a list or an object is about. */
export function within(place, rule) {
  // A rule about a list reads one field of each item.
  const read = place.items.flatMap((item) => item.inner.get(reads[rule])?.controls ?? []);
  return read.length > 0 ? read : [...place.all()];
}
