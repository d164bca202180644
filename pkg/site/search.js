// The search in the list of rules: by id, field, operation, and the words of summaries and messages.

const input = document.querySelector("input.words");
const status = document.querySelector(".search [role=status]");
const entries = [...document.querySelectorAll(".group li[data-id]")].map((item) => {
  const messages = [...item.querySelectorAll(".messages > li")].map((line) => ({ line, text: line.textContent.toLowerCase() }));
  const text = `${item.dataset.id} ${item.dataset.names} ${item.textContent}`.toLowerCase();
  return { item, text, messages };
});

/** Returns the words of a text: letters, digits and `_`, so that a pasted error can be looked for. */
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

function search() {
  const words = wordsOf(input.value);
  const hits = (text) => words.filter((word) => text.includes(word)).length;
  // A pasted error has other words and numbers than the rule.
  const most = Math.max(...entries.map(({ text }) => hits(text)));
  const least = Math.max(most, Math.ceil(words.length / 2));
  let found = 0;
  for (const { item, text, messages } of entries) {
    item.hidden = hits(text) < least;
    found += item.hidden ? 0 : 1;
    const best = Math.max(1, ...messages.map(({ text }) => hits(text)));
    for (const { line, text } of messages) line.hidden = hits(text) < best;
    item.querySelector(".messages").hidden = messages.every(({ line }) => line.hidden);
  }
  for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector("li[data-id]:not([hidden])");
  const number = `${found} rule${found === 1 ? "" : "s"}`;
  status.textContent = words.length === 0 ? "" : most < words.length && found > 0 ? `${number} with most of these words` : number;
}

input.addEventListener("input", search);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  const own = entries.find(({ item }) => item.dataset.id === input.value.trim());
  (own?.item ?? document.querySelector(".group li[data-id]:not([hidden])"))?.querySelector("a").click();
});
// Going back to this page shows the same list again.
input.addEventListener("change", () => history.replaceState(input.value, ""));
if (typeof history.state === "string") {
  input.value = history.state;
  search();
}
