import { expect, it } from "vitest";
import type { PacketPage } from "../../meeting/packet.ts";
import type { Behind, PageRef } from "../../protocol/messages.ts";
import { watchingOf } from "./watching.ts";

const page = (number: number): PageRef => ({ document_id: "d", version: 1, page: number });
const packet = [1, 2, 3].map((number) => ({ page: page(number), number }) as PacketPage);
const seat = (seat_id: string, at: number | null, following: boolean): Behind => ({
  seat_id,
  name: seat_id,
  page: at === null ? null : page(at),
  following,
  away: false,
  since: 0,
});

it("counts who sees the presented page, and names the others with their page", () => {
  const behind = [seat("ahead", 3, false), seat("behind", 1, true), seat("opening", null, true)];
  const receipts = { type: "Receipts", page: page(2), reached: 1, of: 4, behind, more: 0 } as const;
  const watching = watchingOf(receipts, packet);
  expect([watching.reached, watching.all]).toEqual([1, 4]);
  expect(watching.elsewhere.map((each) => [each.seat.seat_id, each.number])).toEqual([
    ["behind", 1],
    ["opening", null],
    ["ahead", 3],
  ]);
});
