import { useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import { words } from "../../words/words.ts";
import { CollectedPanel } from "../collected/collected_panel.tsx";
import { DeskBar } from "../meetings/desk_bar.tsx";
import { AwayBanner } from "../parts/away_banner.tsx";
import { Icon } from "../parts/icon.tsx";
import { SaveState } from "../parts/save_state.tsx";
import { useTitle } from "../parts/use_title.ts";
import { useAnnouncements } from "../room/use_announcements.ts";
import type { View } from "../room/view.ts";
import { useRequestsAloud } from "../steer/use_requests_aloud.ts";
import { TwinDialog } from "../versions/twin_dialog.tsx";
import { askingOfTwins, type Twin } from "../versions/twins.ts";
import { DeskHead } from "./desk_head.tsx";
import type { DeskAt } from "./desk_screen.tsx";
import { DropZone } from "./drop_zone.tsx";
import { ItemCard } from "./item_card.tsx";
import { ItemForm } from "./item_form.tsx";
import { LinksPanel } from "./links_panel.tsx";
import { NowPanel } from "./now_panel.tsx";
import { PeoplePanel } from "./people_panel.tsx";
import { useNoStrayDrop } from "./use_file_drop.ts";
import { useLeaveWarning, useSettledUploads } from "./use_uploads.ts";

/** The secretary's desk: the agenda and its papers left, the room and the ways into it right. */
export function Desk({ at: given, view }: { at: DeskAt; view: View }) {
  const w = words.value.desk;
  const [twins, setTwins] = useState<readonly Twin[]>([]);
  const uploads = askingOfTwins(given.uploads, view.state.documents, (more) =>
    setTwins((asked) => [...asked, ...more]),
  );
  const at = { ...given, uploads };
  const [twin] = twins;
  const { room, kept } = at.visit;
  const [adding, setAdding] = useState(false);
  const lastUsed = useSignal<string | null>(null);
  useNoStrayDrop();
  useSettledUploads(given.uploads, view.state.documents);
  useLeaveWarning(given.uploads);
  useTitle(view.state.title);
  useAnnouncements(room);
  useRequestsAloud(room);
  const { state, spans } = view;
  return (
    <div class="desk" data-testid="desk">
      <DeskBar kept={kept}>
        <SaveState room={room} />
      </DeskBar>
      <main class="desk-main">
        <AwayBanner room={room} />
        <DeskHead at={at} view={view} />
        <DropZone at={at} items={state.items} lastUsed={lastUsed} />
        {spans.length === 0 && (
          <div class="empty">
            <Icon name="agenda" />
            <h2>{w.noItems}</h2>
            <p class="quiet">{w.noItemsHint}</p>
          </div>
        )}
        <ol class="items" data-testid="agenda">
          {spans.map((span) => (
            <ItemCard
              key={span.item.item_id}
              at={at}
              view={view}
              span={span}
              onUsed={(itemId) => {
                lastUsed.value = itemId;
              }}
            />
          ))}
        </ol>
        <button
          type="button"
          class="button add-item"
          data-testid="add-item"
          onClick={() => setAdding(true)}
        >
          <Icon name="plus" /> {w.addItem}
        </button>
      </main>
      <aside class="desk-side">
        <NowPanel at={at} view={view} />
        <CollectedPanel at={at} view={view} />
        <LinksPanel at={at} />
        <PeoplePanel at={at} people={state.people} />
      </aside>
      {twin !== undefined && (
        <TwinDialog
          key={`${twin.document.document_id} ${twins.length}`}
          twin={twin}
          uploads={given.uploads}
          onDone={() => setTwins((asked) => asked.slice(1))}
        />
      )}
      {adding && (
        <ItemForm
          title={w.addItem}
          onClose={() => setAdding(false)}
          onSave={(fields) =>
            room.ask({
              type: "AddItem",
              item: { item_id: at.newId(), ...fields },
              index: state.items.length,
            })
          }
        />
      )}
    </div>
  );
}
