import { signal } from "@preact/signals";
import { type Route, routeOf } from "./routes.ts";

/** The screen the address bar names now. */
export const route = signal<Route>(routeOf(location.pathname, location.hash, location.search));

/** Goes to another screen without loading the page again. */
export function go(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", path);
  else history.replaceState(null, "", path);
  readAddress();
}

/** Keeps `route` with the address bar; called once. */
export function followAddress(): void {
  addEventListener("popstate", readAddress);
  addEventListener("hashchange", readAddress);
}

function readAddress(): void {
  route.value = routeOf(location.pathname, location.hash, location.search);
}
