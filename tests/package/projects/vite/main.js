import { check } from "coldsend-lint";

globalThis.told = check("create_campaign", { name: "Hi" }).body;
