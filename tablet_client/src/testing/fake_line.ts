import type { Line } from "../meeting/parts.ts";
import type { MessageFromTablet, ReadInk } from "../protocol/messages.ts";

/** The service's end of the line: what was said to it, and how often it was renewed. */
export class FakeLine implements Line {
  said: MessageFromTablet[] = [];
  renewed = 0;
  isOpen = true;

  send(message: MessageFromTablet): boolean {
    if (this.isOpen) this.said.push(message);
    return this.isOpen;
  }

  renew(): void {
    this.renewed += 1;
  }

  close(): void {
    this.isOpen = false;
  }

  commands(): (MessageFromTablet & { command_id: string })[] {
    return this.said.filter((message) => "command_id" in message);
  }

  /** The questions for ink, in their order: `meeting d1.1.1 after 0`. */
  questions(): readonly string[] {
    return this.said
      .filter((message): message is ReadInk => message.type === "ReadInk")
      .map(({ stream, page, after }) => {
        return `${stream} ${page.document_id}.${page.version}.${page.page} after ${after}`;
      });
  }
}
