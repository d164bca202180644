// Files that are dropped or pasted, and long texts that are pasted.

/** How many characters go into a text area when they are pasted; browsers take seconds for thousands of lines. */
const LONG = 50_000;

/**
 * Calls `take` with the first file that is dropped anywhere on the pane, since the browser would open it, or that is pasted
 * into a text area, and with a long text that is pasted there.
 * @param {Element} pane
 * @param {Element} area
 * @param {(file: File) => void} take
 */
export function dropped(pane, area, take) {
  const zone = pane.querySelector(".drop");
  const mark = (is) => zone.classList.toggle("over", is);
  const takeFrom = (event, [file]) => {
    if (!file) return;
    event.preventDefault();
    take(file);
  };
  pane.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  pane.addEventListener("dragleave", (event) => mark(pane.contains(event.relatedTarget)));
  pane.addEventListener("drop", (event) => {
    mark(false);
    takeFrom(event, event.dataTransfer.files);
  });
  area.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    takeFrom(event, text.length < LONG ? event.clipboardData.files : [new File([text], "pasted rows")]);
  });
}
