"""What a tablet has on its disk: the app, its packet, the meeting as it was known last."""

import asyncio
from collections.abc import Sequence

from playwright.async_api import expect

from tests.browser.tablet import Tablet

_APP = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  const cache = await caches.open("hanjang-shell");
  while (active.state !== "activated" || !(await cache.match("/.shell-before"))) {
    await new Promise((done) => setTimeout(done, 50));
  }
  return (await cache.keys()).map((request) => new URL(request.url).pathname);
}"""

_ROWS = """([database, store]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(database);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const open = opening.result;
    if (!open.objectStoreNames.contains(store)) {
      open.close();
      resolve([]);
      return;
    }
    const shelf = open.transaction(store).objectStore(store);
    const asking = shelf.getAllKeys();
    asking.onsuccess = () => { open.close(); resolve(asking.result.map(String)); };
  };
})"""

_CACHED = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found.push(request.url);
  }
  return found;
}"""


async def has_app(tablet: Tablet) -> Sequence[str]:
    """Wait until the app itself is kept; the paths that are."""
    paths: Sequence[str] = await tablet.page.evaluate(_APP)
    return paths


async def packet_is(tablet: Tablet, stage: str) -> None:
    """Look into the menu until the packet is so far, and close it again."""
    await tablet.tap("menu")
    await expect(tablet.see("packet-kept")).to_have_attribute("data-stage", stage)
    await tablet.press("Escape")
    await expect(tablet.see("menu-panel")).to_have_count(0)


async def leaves(tablet: Tablet) -> Sequence[str]:
    """The keys of everything kept of packets: `owner,content.page.what`."""
    keys: Sequence[str] = await tablet.page.evaluate(_ROWS, ["hanjang-packet", "leaves"])
    return keys


async def rooms(tablet: Tablet) -> Sequence[str]:
    """Whose meetings are kept."""
    keys: Sequence[str] = await tablet.page.evaluate(_ROWS, ["hanjang-room", "rooms"])
    return keys


async def cached(tablet: Tablet) -> Sequence[str]:
    """The addresses of everything in the browser's cache storage."""
    found: Sequence[str] = await tablet.page.evaluate(_CACHED)
    return found


async def until_no_leaves(tablet: Tablet) -> None:
    """Wait until nothing of any packet is kept."""
    async with asyncio.timeout(20):
        while await leaves(tablet):
            pass


async def ink_is_kept(tablet: Tablet) -> None:
    """Wait until some page's ink is kept with the meeting."""
    async with asyncio.timeout(20):
        while not await tablet.page.evaluate(_ROWS, ["hanjang-room", "sheets"]):
            pass
