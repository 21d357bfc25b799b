"""What a tablet keeps in its browser's database."""

from tests.browser.tablet import Tablet

_COUNT = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("hanjang");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction("unsent").objectStore("unsent").count();
    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
  };
})"""


async def unsent_in_the_cupboard(tablet: Tablet) -> int:
    """Commands kept for later; the database answers after what was written before."""
    count: int = await tablet.page.evaluate(_COUNT)
    return count
