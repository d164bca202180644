import { checkLeads } from "coldsend-lint/leads";
import { print } from "./print.mjs";

print(checkLeads, new Worker(new URL("coldsend-lint/leads/worker", import.meta.url), { type: "module" }));
