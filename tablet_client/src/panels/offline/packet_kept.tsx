import { useState } from "preact/hooks";
import type { PacketLook, Stage } from "../../offline/packet_keeper.ts";
import { fileSize } from "../../words/figures.ts";
import { words } from "../../words/words.ts";
import type { PacketDoor } from "../doors.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Icon } from "../parts/icon.tsx";
import type { IconName } from "../parts/icon_paths.ts";

const ICONS: Partial<Record<Stage, IconName>> = { ready: "check", full: "warning" };

/** How far the packet is on this tablet, in one box; nothing where there is nothing to keep. */
export function PacketKept({ packet, whole = false }: { packet: PacketDoor; whole?: boolean }) {
  const w = words.value.offline;
  const look = packet.look.value;
  const { stage, kept, of, bytes } = look;
  if (stage === "none") return null;
  const title = titleOf(look);
  const icon = ICONS[stage];
  const isOnItsWay = stage === "fetching" || stage === "paused" || stage === "away";
  return (
    <section class="packet-kept" data-testid="packet-kept" data-stage={stage} data-kept={kept}>
      {whole && <h3>{w.title}</h3>}
      <p class={`packet-stage ${stage}`} role="status">
        {icon !== undefined && <Icon name={icon} />}
        <strong>{title}</strong>
        {stage === "ready" && <span class="quiet">{w.readyAbout(kept, fileSize(bytes))}</span>}
      </p>
      {isOnItsWay && (
        <>
          <progress value={kept} max={Math.max(1, of)} aria-label={title} />
          <p class="quiet small">{w.progress(kept, of, fileSize(bytes))}</p>
        </>
      )}
      {hintsOf(look).map((hint) => (
        <p key={hint} class="quiet small">
          {hint}
        </p>
      ))}
      {whole && !packet.secure && <p class="quiet small">{w.insecure}</p>}
      {whole && <Buttons packet={packet} stage={stage} />}
    </section>
  );
}

function Buttons({ packet, stage }: { packet: PacketDoor; stage: Stage }) {
  const w = words.value.offline;
  const [asking, setAsking] = useState(false);
  if (stage === "unable") return null;
  if (stage === "removed" || stage === "full") {
    return (
      <button
        type="button"
        class="button"
        data-testid="packet-keep"
        onClick={() => packet.keepAgain()}
      >
        {w.keepAgain}
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        class="button"
        data-testid="packet-remove"
        onClick={() => setAsking(true)}
      >
        <Icon name="trash" /> {w.remove}
      </button>
      {asking && (
        <Confirm
          title={w.remove}
          ask={w.removeAsk}
          yes={w.remove}
          onYes={() => packet.remove()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function titleOf({ stage }: PacketLook): string {
  const w = words.value.offline;
  switch (stage) {
    case "ready":
      return w.ready;
    case "full":
      return w.full;
    case "removed":
      return w.none;
    case "unable":
      return w.unable;
    default:
      return w.fetching;
  }
}

/** What else is worth knowing, most of the time nothing or one sentence. */
function hintsOf({ stage, undrawn, withheld }: PacketLook): readonly string[] {
  const w = words.value.offline;
  const hints: string[] = [];
  if (stage === "ready") hints.push(w.readyHint);
  if (stage === "full") hints.push(w.fullHint);
  if (stage === "paused") hints.push(w.paused);
  if (stage === "away") hints.push(w.away);
  if (stage === "fetching" && undrawn > 0) hints.push(w.drawing);
  if (withheld > 0 && stage !== "removed" && stage !== "unable") hints.push(w.withheld(withheld));
  return hints;
}
