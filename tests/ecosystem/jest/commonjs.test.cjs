test("the package works", () => void require("./main.cjs"));
