import { describe, expect, test } from "vitest";
import golden from "../../../tests/wire/golden/messages.json";
import { decodeFrame } from "./decode.ts";
import { FRAME_TYPES } from "./messages.ts";

describe("the golden frames", () => {
  test.each(golden.frames.ok)("$type is read as it stands on the wire", (frame) => {
    expect(decodeFrame(JSON.stringify(frame))).toEqual(frame);
  });

  test("every frame a tablet knows has a golden case", () => {
    expect(new Set(golden.frames.ok.map((frame) => frame.type))).toEqual(new Set(FRAME_TYPES));
  });

  test.each(golden.frames.refused)("$why is no frame", ({ message }) => {
    expect(decodeFrame(JSON.stringify(message))).toBeNull();
  });
});

test.each(["", "{", '{"type":"Welcome"', "nan"])("what is not JSON is no frame: %j", (text) => {
  expect(decodeFrame(text)).toBeNull();
});
