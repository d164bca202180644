import { defineConfig } from "vite";

export default defineConfig({
  // The tests run the bundles in Node, where there is no document.
  build: { modulePreload: false, rollupOptions: { input: ["index.html", "slim.html"] } },
});
