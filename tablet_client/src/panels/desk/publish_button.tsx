import { useState } from "preact/hooks";
import { isGivenOut } from "../../meeting/powers.ts";
import type { Room } from "../../meeting/room.ts";
import type { Snapshot } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";
import { Confirm } from "../parts/confirm.tsx";

interface PublishProps {
  room: Room;
  state: Snapshot;
}

/** Whether the members have the papers, in a word and a half. */
export function GivenChip({ state }: Pick<PublishProps, "state">) {
  const w = words.value.offline;
  const given = isGivenOut(state);
  return (
    <span class={`chip ${given ? "good" : ""}`} data-testid="given" data-given={given}>
      {given ? w.given : w.notGiven}
      <span class="chip-more">{given ? w.givenHint : w.notGivenHint}</span>
    </span>
  );
}

/** Gives the papers out, or takes them back; asks first. */
export function PublishButton({ room, state }: PublishProps) {
  const w = words.value.offline;
  const [asking, setAsking] = useState(false);
  const given = isGivenOut(state);
  const name = given ? w.recall : w.publish;
  return (
    <>
      <button
        type="button"
        class="button"
        data-testid={given ? "packet-recall" : "packet-publish"}
        onClick={() => setAsking(true)}
      >
        {name}
      </button>
      {asking && (
        <Confirm
          title={name}
          ask={given ? w.recallAsk : w.publishAsk}
          yes={name}
          dangerous={given}
          onYes={() => void room.ask({ type: given ? "RecallPacket" : "PublishPacket" })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
