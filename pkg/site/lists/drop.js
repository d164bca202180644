// Files that are dropped or pasted.

/**
 * Calls `take` with the first file that is dropped on the pane or pasted into it. Elsewhere, the browser would open it.
 * @param {Element} pane
 * @param {(file: File) => void} take
 */
export function dropped(pane, take) {
  const zone = pane.querySelector(".drop");
  const mark = (is) => zone.classList.toggle("over", is);
  const takeFrom = (event, { files }) => {
    if (files.length === 0) return;
    event.preventDefault();
    take(files[0]);
  };
  pane.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  pane.addEventListener("dragleave", (event) => mark(pane.contains(event.relatedTarget)));
  pane.addEventListener("drop", (event) => {
    mark(false);
    takeFrom(event, event.dataTransfer);
  });
  pane.addEventListener("paste", (event) => takeFrom(event, event.clipboardData));
}
