const { use } = require("./use.cjs");

console.log(use(require("coldsend-lint"), require("coldsend-lint/form")));
