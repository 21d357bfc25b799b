import {
  answererOf,
  answerFile,
  answerScreen,
  install,
  keepAlso,
  type ShellParts,
  tidy,
} from "./shell.ts";

/** The build's files; the build writes them in here. */
declare const __HANJANG_SHELL__: readonly string[];

declare const self: ServiceWorkerGlobalScope;

/** Requests that never wait for this worker to wake up, where the browser knows how. */
interface WithRoutes extends ExtendableEvent {
  addRoutes?(route: { condition: { urlPattern: string }; source: "network" }): Promise<void>;
}

const files = __HANJANG_SHELL__;

const parts: ShellParts = {
  caches,
  fetch: (request, init) => fetch(request, init),
  later: (milliseconds, act) => void setTimeout(act, milliseconds),
};

self.addEventListener("install", (event: WithRoutes) => {
  void event
    .addRoutes?.({ condition: { urlPattern: "/api/*" }, source: "network" })
    .catch(() => undefined);
  // Taking over at once is safe: a page of another build finds its own files by their names.
  event.waitUntil(install(files, parts).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy(files, parts).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const answerer = answererOf(event.request, self.location.origin);
  if (answerer === "screen") event.respondWith(answerScreen(event.request, parts));
  if (answerer === "file") event.respondWith(answerFile(event.request, parts));
});

self.addEventListener("message", (event) => {
  const { keep } = (event.data ?? {}) as { keep?: unknown };
  if (Array.isArray(keep)) event.waitUntil(keepAlso(keep.map(String), parts));
});
