test("the package works", async () => void (await import("./main.mjs")));
