/** When this tab began presenting an item, kept through a reload; another item begins anew. */
export function itemBegan(
  kept: Pick<Storage, "getItem" | "setItem">,
  meetingId: string,
  itemId: string,
  now: number,
): number {
  const key = `hanjang.item.${meetingId}`;
  const [lastItem, began] = (kept.getItem(key) ?? "").split(" ");
  const at = Number(began);
  if (lastItem === itemId && at > 0 && at <= now) return at;
  kept.setItem(key, `${itemId} ${now}`);
  return now;
}
