import { defineConfig } from "vitest/config";

/** `npm run dev` beside a service started by hand; the built client never needs this. */
const service = "http://127.0.0.1:8000";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
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
