import { words } from "../../words/words.ts";
import { MessageScreen } from "../parts/message_screen.tsx";

/** A meeting's address without a seat in it: only a link or a QR code leads in. */
export function NeedSeat() {
  const w = words.value.home;
  return (
    <MessageScreen icon="qr" title={w.needSeat} hint={w.needSeatHint} testid="need-seat">
      <a class="button" href="/">
        {w.toStart}
      </a>
    </MessageScreen>
  );
}
