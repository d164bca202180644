import * as lint from "coldsend-lint";
import * as form from "coldsend-lint/form";
import { use } from "./use.mjs";

export const result = () => use(lint, form);
