import type { FetchPage } from "../pages/fetch_page.ts";
import type { PacketKeeper } from "./packet_keeper.ts";

/** Pages from the tablet while they are kept there; what had to be fetched is kept from then on. */
export function fetchKept(
  fetchPage: FetchPage,
  packet: Pick<PacketKeeper, "leaf" | "took">,
): FetchPage {
  return async (page, size, signal) => {
    const kept = await packet.leaf(page, size);
    signal.throwIfAborted();
    if (kept !== null) return { kind: "image", blob: kept };
    const fetched = await fetchPage(page, size, signal);
    if (fetched.kind === "image") packet.took(page, size, fetched.blob);
    return fetched;
  };
}
