/**
 * Has the app itself kept on the tablet, where the address is secure: it then opens with the
 * service gone. Anywhere else there is no such thing, and nothing is missing but that.
 */
export async function keepApp(): Promise<void> {
  if (!import.meta.env.PROD || navigator.serviceWorker === undefined) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ keep: loadedFonts() });
  } catch {
    // A certificate that is not trusted, or a browser that forbids it: the app works as it is.
  }
}

/** The fonts this page has loaded: the worker came too late to see them. */
function loadedFonts(): readonly string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.endsWith(".woff2"))
    .map(({ pathname }) => pathname);
}
