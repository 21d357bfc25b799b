/** When this tab began presenting an item, kept through a reload; another item begins anew. */
export function itemBegan(
  tab: () => Pick<Storage, "getItem" | "setItem">,
  meetingId: string,
  itemId: string,
  now: number,
): number {
  const key = `hanjang.item.${meetingId}`;
  try {
    const [lastItem, began] = (tab().getItem(key) ?? "").split(" ");
    const at = Number(began);
    if (lastItem === itemId && at > 0 && at <= now) return at;
    tab().setItem(key, `${itemId} ${now}`);
  } catch {
    // A browser that keeps nothing starts the clock anew with every reload.
  }
  return now;
}
