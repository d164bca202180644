import { check } from "coldsend-lint";

globalThis.result = check("create_campaign", { name: "Hi" }).body;
