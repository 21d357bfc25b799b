export type Route =
  | { name: "home" }
  | { name: "join"; link: string; meetingId: string | null }
  | { name: "move"; token: string }
  | { name: "meetings"; seatId: string | null }
  | { name: "desk"; meetingId: string; seatId: string | null }
  | { name: "meet"; meetingId: string; seatId: string | null }
  | { name: "status"; seatId: string | null }
  | { name: "lost" };

/**
 * Which screen an address means.
 *
 * A link's token stands in the fragment, so that no log sees it; `?meeting=` names the
 * meeting to open first with a link that opens them all.
 */
export function routeOf(path: string, hash: string, search = ""): Route {
  const parts = path.split("/").filter((part) => part !== "");
  const fragment = hash.replace(/^#/, "");
  const seatId = new URLSearchParams(fragment).get("seat");
  const [screen, meetingId] = parts;
  if (screen === undefined) return { name: "home" };
  if (parts.length === 1 && screen === "join") {
    return { name: "join", link: fragment, meetingId: new URLSearchParams(search).get("meeting") };
  }
  if (parts.length === 1 && screen === "move") return { name: "move", token: fragment };
  if (parts.length === 1 && screen === "desk") return { name: "meetings", seatId };
  if (parts.length === 1 && screen === "status") return { name: "status", seatId };
  if (parts.length === 2 && meetingId !== undefined) {
    if (screen === "desk") return { name: "desk", meetingId, seatId };
    if (screen === "meet") return { name: "meet", meetingId, seatId };
  }
  return { name: "lost" };
}

export const meetPath = (meetingId: string, seatId: string) => `/meet/${meetingId}#seat=${seatId}`;
export const deskPath = (meetingId: string, seatId: string) => `/desk/${meetingId}#seat=${seatId}`;
export const meetingsPath = (seatId: string) => `/desk#seat=${seatId}`;
export const statusPath = (seatId: string) => `/status#seat=${seatId}`;
