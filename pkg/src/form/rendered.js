// Whether an element is visible.

// Includes the names that browsers used first.
const STYLES = { visibilityProperty: true, checkVisibilityCSS: true };

/** Whether an element is rendered: not hidden, and not in a closed `<details>`. If the browser cannot tell, returns true. */
export const isRendered = (element) => element.checkVisibility?.(STYLES) ?? true;
