import type { PointerAt } from "../protocol/messages.ts";

/** How a presenter's pointer looks to everyone. */
export type PointerLook = Required<Pick<PointerAt, "colour" | "shape" | "size">>;

/** What a pointer looks like that says nothing of its look: as the wire has it. */
export const PLAIN_POINTER: PointerLook = { colour: "red", shape: "dot", size: "medium" };
