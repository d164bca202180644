import { defineConfig } from "vite";

export default defineConfig({
  // What is built here runs in Node, where there is no document.
  build: { modulePreload: false, rollupOptions: { input: ["index.html", "slim.html"] } },
});
