// The controls of a form, each in its place in the request.
import { reads } from "../generated/shapes.js";
import { parts } from "./name.js";

/** What a request is as a whole. */
const root = (fields) => ({ kind: "object", fields, required: true });

/** Controls that hold nothing to send. */
const IDLE = new Set(["button", "submit", "reset", "image", "file", "output", "object"]);

/** A place in the request: the controls that fill it, and the places in it. */
class Place {
  constructor(shape, name = "") {
    this.shape = shape;
    /** What it is called in the form, as text; the same in the next tree. */
    this.name = name;
    /** The controls named after just this place. */
    this.controls = [];
    /** The fieldset named after it: the form has it, even if nothing is in it. */
    this.fieldset = undefined;
    /** The places in it, by key or by the index in the name. */
    this.inner = new Map();
    /** The places of a list's items that are sent, without gaps; `read` fills it. */
    this.items = [];
  }

  /** The place in it with this part of a name. */
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

  /** Opens the places that are there with no control at all: lists that are required, and have lost all items. */
  complete() {
    if (this.shape.kind !== "object") return;
    for (const [key, shape] of Object.entries(this.shape.fields)) {
      if (shape.kind === "list" && shape.required) this.#open(key, shape);
    }
  }

  /** All controls in it, at any depth. */
  *all() {
    yield* this.controls;
    for (const place of this.inner.values()) yield* place.all();
  }
}

/** The controls that may be part of the request, and the fieldsets. */
export function* controls(form) {
  for (const control of form.elements) {
    if (!IDLE.has(control.type) && control.name && !control.matches(":disabled")) yield control;
  }
}

/**
 * All of a form's controls that are named after a field and are not disabled.
 * @param {HTMLFormElement} form
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

/** The place with this name, if the operation has it. */
export function find(top, name) {
  const path = parts(name);
  // `sending_days[]` is one more of `sending_days`.
  if (path?.at(-1) === "") path.pop();
  return path?.reduce((place, part) => place?.at(part), top);
}

/**
 * The place that an error is about; if there is none, what would be around it.
 * @returns {{ place: Place, exact: boolean }}
 */
export function locate(top, path) {
  let place = top;
  for (const [depth, part] of path.entries()) {
    const inner = typeof part === "number" ? place.items[part] : place.inner.get(part);
    // An item of a list that one group of controls holds.
    if (inner === undefined) return { place, exact: depth === path.length - 1 && place.controls.length > 0 };
    place = inner;
  }
  return { place, exact: true };
}

/** The controls in a list or an object that an error about it is about. */
export function within(place, rule) {
  // A rule about a list reads one field of each item.
  const read = place.items.flatMap((item) => item.inner.get(reads[rule])?.controls ?? []);
  return read.length > 0 ? read : [...place.all()];
}
