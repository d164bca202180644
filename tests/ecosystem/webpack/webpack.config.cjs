module.exports = {
  mode: "production",
  entry: "./main.mjs",
  output: { path: `${__dirname}/dist`, filename: "main.mjs" },
  stats: "errors-warnings",
};
