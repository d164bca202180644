import { test } from "vitest";

test("the package works", () => import("./main.mjs"));
