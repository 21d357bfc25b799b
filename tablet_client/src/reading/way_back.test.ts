import { computed, signal } from "@preact/signals-core";
import { beforeEach, expect, test } from "vitest";
import { packetOf } from "../meeting/packet.ts";
import type { PageRef } from "../protocol/messages.ts";
import { page, snapshot } from "../testing/a_meeting.ts";
import { WayBack } from "./way_back.ts";

/** A room reduced to turning pages. */
class Turning {
  readonly leading = signal(false);
  readonly following = signal(true);
  readonly held = signal(false);
  readonly state = signal(snapshot({ page: page("d1", 1) }));
  readonly own = signal<PageRef | null>(null);
  readonly shown = computed(() => (this.following.value ? this.state.value.page : this.own.value));
  readonly packet = computed(() => packetOf(this.state.value));
  /** A leader's turn that has not shown yet. */
  slow: (() => void) | null = null;

  show(to: PageRef): void {
    const turn = () => {
      this.state.value = { ...this.state.value, page: to };
    };
    if (this.slow !== null) this.slow = turn;
    else if (this.leading.value) turn();
    else {
      this.own.value = to;
      this.following.value = false;
    }
  }

  rejoin(): void {
    this.following.value = true;
  }

  present(to: PageRef): void {
    this.state.value = { ...this.state.value, page: to };
  }
}

let room: Turning;
let way: WayBack;

beforeEach(() => {
  room = new Turning();
  way = new WayBack(room);
});

test("a leap remembers where from, and back follows again while the presenter is still there", () => {
  way.leap(page("d2", 2));
  expect(room.shown.value).toEqual(page("d2", 2));
  expect(way.page.value).toEqual(page("d1", 1));
  way.back();
  expect(room.shown.value).toEqual(page("d1", 1));
  expect(room.following.value).toBe(true);
  expect(way.page.value).toBeNull();
});

test("who is held leaps nowhere, and has nowhere to go back to", () => {
  room.held.value = true;
  way.leap(page("d2", 2));
  expect([room.shown.value, way.page.value]).toEqual([page("d1", 1), null]);
});

test("when the presenter went on, back is the page and not the presenter", () => {
  way.leap(page("d2", 2));
  room.present(page("d3", 1));
  way.back();
  expect(room.shown.value).toEqual(page("d1", 1));
  expect(room.following.value).toBe(false);
});

test("leaps are gone back one by one", () => {
  way.leap(page("d2", 2));
  way.leap(page("d3", 1));
  expect(way.page.value).toEqual(page("d2", 2));
  way.back();
  expect(way.page.value).toEqual(page("d1", 1));
});

test("a leap to where one is leads nowhere back", () => {
  way.leap(page("d1", 1));
  expect(way.page.value).toBeNull();
});

test("who came back by themselves, or joined the presenter, has no way back", () => {
  way.leap(page("d2", 2));
  room.show(page("d1", 1));
  expect(way.page.value).toBeNull();
  way.leap(page("d2", 2));
  room.present(page("d3", 1));
  room.rejoin();
  expect(way.page.value).toBeNull();
});

test("a leader's way back stands though the turn shows later", () => {
  room.leading.value = true;
  room.slow = () => undefined;
  way.leap(page("d2", 2));
  expect(way.page.value).toEqual(page("d1", 1));
  room.slow();
  room.slow = null;
  expect(way.page.value).toEqual(page("d1", 1));
  way.back();
  expect(room.state.value.page).toEqual(page("d1", 1));
  expect(way.page.value).toBeNull();
});

test("a page that left the packet is no way back", () => {
  way.leap(page("d2", 2));
  const documents = room.state.value.documents.filter((each) => each.document_id !== "d1");
  room.state.value = { ...room.state.value, documents };
  expect(way.page.value).toBeNull();
});
