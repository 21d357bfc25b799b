import type { Plugin } from "vite";

/** Fonts are kept by the worker as pages load them: a tablet needs few of the many. */
const LATER = /\.woff2?$/;

/** Icons and manifest, which the build copies without looking. */
const COPIED = ["/icon.svg", "/icon-192.png", "/icon-512.png", "/manifest.webmanifest"];

/** Writes the names of the build's files into its service worker. */
export function shellList(): Plugin {
  return {
    name: "hanjang-shell-list",
    apply: "build",
    // After everything else: what turns out to hold styles alone leaves no script behind.
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle["sw.js"];
        if (worker?.type !== "chunk") throw new Error("the build made no service worker");
        if (worker.imports.length > 0) throw new Error("the service worker must be one file");
        const files = Object.keys(bundle)
          .filter((name) => name.startsWith("assets/") && !LATER.test(name))
          .map((name) => `/${name}`)
          .sort();
        worker.code = worker.code.replace(
          "__HANJANG_SHELL__",
          JSON.stringify([...files, ...COPIED]),
        );
      },
    },
  };
}
