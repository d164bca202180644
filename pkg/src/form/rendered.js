// Tells whether an element is visible.

// `checkVisibilityCSS` is the older name of the same option.
const STYLES = { visibilityProperty: true, checkVisibilityCSS: true };

/** Returns whether an element is not hidden and not in a closed `<details>`, or true if the browser cannot tell. */
export const isRendered = (element) => element.checkVisibility?.(STYLES) ?? true;
