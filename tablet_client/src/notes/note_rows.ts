import type { OwnPage } from "../meeting/own_ink.ts";
import type { PacketPage } from "../meeting/packet.ts";
import type { SheetMark } from "../meeting/room.ts";
import type { StreamName } from "../protocol/messages.ts";
import { findIn, type Place } from "./finding.ts";

/** Words somebody wrote with the keyboard; `place` is what was looked for in them. */
export interface NoteWords {
  readonly id: string;
  readonly text: string;
  readonly stream: StreamName;
  /** Whether it is what a presenter means to say. */
  readonly isSpeech: boolean;
  readonly place: Place | null;
}

/** A page with something of one's own: words, stamps, and in which log how many lines. */
export interface NoteRow {
  readonly entry: PacketPage;
  readonly words: readonly NoteWords[];
  readonly stamps: readonly string[];
  /** Lines of pen and highlighter. */
  readonly lines: number;
  readonly streams: readonly StreamName[];
  readonly whole: boolean;
}

const STREAMS: readonly StreamName[] = ["notes", "collected", "meeting"];

/**
 * The pages one has written on, in packet order.
 *
 * With something to look for: the pages whose words have it, and only those words. A bookmark
 * is not writing.
 */
export function noteRows(pages: readonly OwnPage[], query = ""): readonly NoteRow[] {
  const isSearch = query.trim() !== "";
  return pages.flatMap((page) => {
    const marks = page.marks.filter((mark) => mark.stroke.tool !== "bookmark");
    const words = wordsOf(marks, query);
    if (isSearch ? words.length === 0 : marks.length === 0 && page.whole) return [];
    const stamps = marks.filter((mark) => mark.stroke.tool === "stamp");
    return [
      {
        entry: page.entry,
        words,
        stamps: isSearch ? [] : stamps.map((mark) => mark.stroke.text),
        lines: marks.filter(isLine).length,
        streams: STREAMS.filter((stream) => marks.some((mark) => mark.stream === stream)),
        whole: page.whole,
      },
    ];
  });
}

function wordsOf(marks: readonly SheetMark[], query: string): readonly NoteWords[] {
  const isSearch = query.trim() !== "";
  return marks.flatMap(({ stroke, stream }) => {
    if (stroke.tool !== "note" && stroke.tool !== "speech") return [];
    const place = findIn(stroke.text, query);
    if (isSearch && place === null) return [];
    const isSpeech = stroke.tool === "speech";
    return [{ id: stroke.stroke_id, text: stroke.text, stream, isSpeech, place }];
  });
}

function isLine({ stroke }: SheetMark): boolean {
  return stroke.tool === "pen" || stroke.tool === "highlighter";
}
