import { describe, expect, it } from "vitest";
import { deskPath, meetPath, routeOf, statusPath } from "./routes.ts";

describe("the screen an address means", () => {
  it("reads the link's token from the fragment", () => {
    const link = "abc.DEF-1_2";
    expect(routeOf("/join", `#${link}`)).toEqual({ name: "join", link, meetingId: null });
    expect(routeOf("/join/", "")).toEqual({ name: "join", link: "", meetingId: null });
    expect(routeOf("/join", `#${link}`, "?meeting=m1")).toMatchObject({ link, meetingId: "m1" });
  });

  it("reads the seat in use from the fragment", () => {
    expect(routeOf("/meet/m1", "#seat=s1")).toEqual({
      name: "meet",
      meetingId: "m1",
      seatId: "s1",
    });
    expect(routeOf("/desk", "")).toEqual({ name: "meetings", seatId: null });
  });

  it("finds its own paths again", () => {
    for (const [path, name] of [
      [meetPath("m1", "s1"), "meet"],
      [deskPath("m1", "s1"), "desk"],
    ] as const) {
      const [place = "", hash = ""] = path.split("#");
      expect(routeOf(place, `#${hash}`)).toEqual({ name, meetingId: "m1", seatId: "s1" });
    }
  });

  it("finds the service's status again, which belongs to no meeting", () => {
    const [place = "", hash = ""] = statusPath("s1").split("#");
    expect(routeOf(place, `#${hash}`)).toEqual({ name: "status", seatId: "s1" });
    expect(routeOf("/status/m1", "").name).toBe("lost");
  });

  it("finds a seat that goes on here, by the token behind the fragment or by a code", () => {
    expect(routeOf("/move", "#t.s")).toEqual({ name: "move", token: "t.s" });
    expect(routeOf("/move", "")).toEqual({ name: "move", token: "" });
    expect(routeOf("/move/on", "").name).toBe("lost");
  });

  it("is lost anywhere else", () => {
    expect(routeOf("/", "")).toEqual({ name: "home" });
    expect(routeOf("/meet", "").name).toBe("lost");
    expect(routeOf("/desk/m1/more", "").name).toBe("lost");
  });
});
