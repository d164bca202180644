import wasm from "coldsend-lint/coldsend-lint.wasm?url";
import { check, init } from "coldsend-lint/slim";
import { bindForm } from "coldsend-lint/slim/form";

globalThis.start = async () => {
  init(await (await fetch(wasm)).arrayBuffer());
  return check("create_campaign", { name: "Hi" }).body;
};
globalThis.bind = bindForm;
