// Whether anybody can see a part of the page.

// By the names that browsers had first, too.
const STYLES = { visibilityProperty: true, checkVisibilityCSS: true };

/** Not so in what is hidden, or a `<details>` that is closed. Where the browser cannot check, it counts as rendered. */
export const isRendered = (element) => element.checkVisibility?.(STYLES) ?? true;
