/**
 * What the service worker keeps of the app itself, and how it answers with it.
 *
 * Every file but the page carries its hash in its name, so files of several builds lie side by
 * side and never stand in for each other. The page itself is asked for over the network first:
 * with the service in reach a tablet always runs the newest build.
 */

export const CACHE = "hanjang-shell";

/** The page under which every screen is kept. */
export const PAGE = "/";

/** Where the list of the build before this one lies; never asked for by a page. */
const BEFORE = "/.shell-before";

/** A network that takes longer to answer with the page is as good as none. */
const PATIENCE_MS = 3_000;

/** What the worker does its work with; the browser's own, or a test's. */
export interface ShellParts {
  readonly caches: Pick<CacheStorage, "open">;
  readonly fetch: (request: RequestInfo, init?: RequestInit) => Promise<Response>;
  readonly later: (milliseconds: number, act: () => void) => void;
}

/** Keeps a whole build; the page last, so that a page never lies here without its files. */
export async function install(files: readonly string[], parts: ShellParts): Promise<void> {
  const cache = await parts.caches.open(CACHE);
  await Promise.all(files.map((file) => keepFile(file, cache, parts)));
  // Straight from the service: the browser's own cache may hold the page of another build.
  const page = await parts.fetch(PAGE, { cache: "reload" });
  if (!page.ok) throw new Error(`the page was answered with ${page.status}`);
  await cache.put(PAGE, page);
}

/** Lets go of what neither this build nor the one before it needs: its pages may still be open. */
export async function tidy(files: readonly string[], parts: ShellParts): Promise<void> {
  const cache = await parts.caches.open(CACHE);
  const told = await cache.match(BEFORE);
  const before = told === undefined ? [] : ((await told.json()) as string[]);
  const needed = new Set([PAGE, BEFORE, ...files, ...before]);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    const isScript = /\.(js|css)$/.test(pathname);
    if (isScript && !needed.has(pathname)) await cache.delete(request);
  }
  await cache.put(BEFORE, new Response(JSON.stringify(files)));
}

/** Keeps what a page has loaded besides the build's list: the fonts it really uses. */
export async function keepAlso(files: readonly string[], parts: ShellParts): Promise<void> {
  const cache = await parts.caches.open(CACHE);
  const kept = files.filter((file) => file.startsWith("/assets/"));
  await Promise.all(kept.map((file) => keepFile(file, cache, parts)));
}

/** A screen: from the network while it answers in time, else the page that is kept. */
export async function answerScreen(request: Request, parts: ShellParts): Promise<Response> {
  const cache = await parts.caches.open(CACHE);
  const kept = await cache.match(PAGE);
  const asked = parts.fetch(request);
  if (kept === undefined) return asked;
  const tooLong = new Promise<null>((resolve) => parts.later(PATIENCE_MS, () => resolve(null)));
  const came = await Promise.race([asked.catch(() => null), tooLong]);
  // A proxy answers for a service that is away with an error of its own.
  return came === null || came.status >= 500 ? kept : came;
}

/** A file of a build: its name says its content, so the kept one is the right one. */
export async function answerFile(request: Request, parts: ShellParts): Promise<Response> {
  const cache = await parts.caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const came = await parts.fetch(request);
  if (came.ok) await cache.put(request, came.clone()).catch(() => undefined);
  return came;
}

/** Which of the two answers a request; null: none of ours, the network alone. */
export function answererOf(
  request: Pick<Request, "method" | "mode" | "url">,
  origin: string,
): "screen" | "file" | null {
  const { origin: asked, pathname } = new URL(request.url);
  if (request.method !== "GET" || asked !== origin || pathname.startsWith("/api/")) return null;
  if (request.mode === "navigate") return "screen";
  const isFile =
    pathname.startsWith("/assets/") || /^\/[^/]+\.(png|svg|webmanifest)$/.test(pathname);
  return isFile ? "file" : null;
}

async function keepFile(file: string, cache: Cache, parts: ShellParts): Promise<void> {
  const there = await cache.match(file);
  const hashed = file.startsWith("/assets/");
  if (hashed && there !== undefined) return;
  const came = await parts.fetch(file, hashed ? {} : { cache: "no-cache" });
  if (!came.ok) throw new Error(`${file} was answered with ${came.status}`);
  await cache.put(file, came);
}
