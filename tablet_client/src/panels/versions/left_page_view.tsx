import { useEffect, useState } from "preact/hooks";
import { moveInk, throwAway } from "../../ink/move_ink.ts";
import type { LeftPage } from "../../meeting/left_ink.ts";
import { presentPage } from "../../meeting/succession.ts";
import { pageKey } from "../../protocol/page_key.ts";
import { sentence, words } from "../../words/words.ts";
import { problemIn, useDoors, type Visit } from "../doors.ts";
import { Confirm } from "../parts/confirm.tsx";
import { Thumb } from "../parts/thumb.tsx";
import { shortName } from "../room/packet_spans.ts";
import type { View } from "../room/view.ts";
import { InkOver } from "./ink_over.tsx";

interface LeftPageProps {
  visit: Visit;
  view: View;
  left: LeftPage;
  onSaid: (said: string) => void;
  onLeave: () => void;
}

/** An old page with its ink, and what may become of that. */
export function LeftPageView({ visit, view, left, onSaid, onLeave }: LeftPageProps) {
  const w = words.value;
  const { newId } = useDoors();
  const { room, ink } = visit;
  const { page, document, size } = left;
  const picture = usePicture(visit, left);
  const [asking, setAsking] = useState(false);
  const [moving, setMoving] = useState(false);
  const mine = room.left.ink.value.filter(
    (mark) =>
      mark.stream === "notes" ||
      (mark.by.seat_id === room.you.value?.seat_id &&
        (mark.stream === "collected" || ink.mayShare.value)),
  );
  const choices = view.packet.filter((each) => each.document.document_id === document.document_id);
  const near = presentPage(view.state, page).page;
  const [goal, setGoal] = useState(near);
  const target = choices.find((each) => each.page.page === goal) ?? choices[0] ?? null;
  const whole = room.left.whole.value;
  const can = whole && mine.length > 0 && !moving;
  return (
    <div class="left-view">
      <figure class="left-paper" style={{ "--ratio": size[0] / size[1] }}>
        {picture.address !== null && <img src={picture.address} alt="" draggable={false} />}
        {picture.wrong !== null && <p class="wrong">{picture.wrong}</p>}
        <InkOver
          size={size}
          marks={room.left.ink.value}
          label={w.versions.oldPage(shortName(document.name), page.version, page.page)}
        />
      </figure>
      <div class="left-acts">
        <h3>
          {shortName(document.name)}
          <br />
          <span class="quiet small">{w.versions.leftPage(page.version, page.page)}</span>
        </h3>
        <p data-testid="left-marks">
          {whole ? w.versions.marks(mine.length) : w.versions.readingInk}
        </p>
        {whole && mine.length < room.left.ink.value.length && (
          <p class="quiet small">{w.versions.othersStay}</p>
        )}
        {target !== null && (
          <div class="left-move">
            <span class="document-thumb">
              <Thumb pages={visit.pages} page={target.page} ready={target.ready} />
            </span>
            <label class="field grow">
              <span>{w.versions.moveTo}</span>
              <select
                class="input"
                data-testid="left-goal"
                value={String(target.page.page)}
                onChange={(event) => setGoal(Number(event.currentTarget.value))}
              >
                {choices.map((each) => (
                  <option key={pageKey(each.page)} value={String(each.page.page)}>
                    {w.common.page(each.number)}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="button primary"
              disabled={!can}
              data-testid="left-move"
              onClick={() => void move()}
            >
              {w.versions.moveGo(target.number)}
            </button>
          </div>
        )}
        <div class="row wrap end">
          <button type="button" class="button" onClick={onLeave}>
            {w.versions.leave}
          </button>
          <button
            type="button"
            class="button danger"
            disabled={!can}
            data-testid="left-throw"
            onClick={() => setAsking(true)}
          >
            {w.versions.throwAway}
          </button>
        </div>
      </div>
      {asking && (
        <Confirm
          title={w.versions.throwAway}
          ask={w.versions.throwAwayAsk(mine.length)}
          yes={w.versions.throwAway}
          dangerous
          onClose={() => setAsking(false)}
          onYes={() => throwAway(room, mine)}
        />
      )}
    </div>
  );

  async function move(): Promise<void> {
    if (target === null) return;
    setMoving(true);
    const { moved, stayed } = await moveInk(room, mine, target.page, newId);
    setMoving(false);
    const { versions } = words.value;
    const lines = [moved > 0 && versions.moved(moved, target.number)];
    if (stayed > 0) lines.push(versions.notMoved(stayed));
    onSaid(lines.filter(Boolean).join(" "));
  }
}

function usePicture(visit: Visit, { page }: LeftPage) {
  const [shown, setShown] = useState<{ address: string | null; wrong: string | null }>({
    address: null,
    wrong: null,
  });
  useEffect(() => {
    let address: string | null = null;
    let wanted = true;
    visit
      .picture(page)
      .then((found) => {
        address = found;
        if (wanted) setShown({ address, wrong: null });
        else URL.revokeObjectURL(found);
      })
      .catch((thrown) => {
        const problem = problemIn(thrown);
        const wrong = problem === null ? words.value.join.unreachable : sentence(problem);
        if (wanted) setShown({ address: null, wrong });
      });
    return () => {
      wanted = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [visit, pageKey(page)]);
  return shown;
}
