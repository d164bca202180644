import { checkLeads } from "coldsend-lint/leads";
import { print } from "./print.mjs";

print(checkLeads, new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" }));
