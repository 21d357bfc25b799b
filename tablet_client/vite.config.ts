import { defineConfig } from "vitest/config";
import { shellList } from "./shell_list.ts";

/** `npm run dev` beside a service started by hand; the built client never needs this. */
const service = "http://127.0.0.1:8000";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [shellList()],
  build: {
    outDir: "dist",
    rolldownOptions: {
      // The service worker is a file of its own at the top: from there it answers for all screens.
      input: { index: "index.html", sw: "src/worker/sw.ts" },
      output: {
        entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
    // iPadOS 16.4 is the oldest Safari with everything the sheet paints with.
    target: "safari16.4",
    // Fonts stay files: inlined, they would be fetched again with every change of the script.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      "/api": { target: service, ws: true },
    },
  },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
