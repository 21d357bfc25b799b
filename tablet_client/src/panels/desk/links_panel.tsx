import { useState } from "preact/hooks";
import { dateAndTime } from "../../words/figures.ts";
import { language, sentence, words } from "../../words/words.ts";
import type { JoinLink } from "../doors.ts";
import { Icon } from "../parts/icon.tsx";
import { useLoaded } from "../parts/use_loaded.ts";
import type { DeskAt } from "./desk_screen.tsx";
import { LinkForm } from "./link_form.tsx";
import { LinkRow } from "./link_row.tsx";
import { linkWho } from "./link_who.ts";

/** Ways in that stand open; the older ones are folded, so that the people stay in sight. */
const OPEN = 4;

/** The ways into the meeting: a link for each role, its QR code, until when, and taken back. */
export function LinksPanel({ at }: { at: DeskAt }) {
  const w = words.value.links;
  const links = useLoaded(() => at.door.links(at.meetingId), [at.door, at.meetingId]);
  const [creating, setCreating] = useState(false);
  // The newest first: it is the one just made, and wanted.
  const all = [...(links.value ?? [])].sort((a, b) => b.created_at - a.created_at);
  const usable = all.filter((link) => !link.revoked);
  const revoked = all.filter((link) => link.revoked);
  return (
    <section class="panel" data-testid="links-panel">
      <div class="row">
        <h2 class="grow">{w.title}</h2>
        <button
          type="button"
          class="button"
          data-testid="create-link"
          onClick={() => setCreating(true)}
        >
          <Icon name="plus" /> {w.create}
        </button>
      </div>
      {links.problem !== null && <p class="wrong">{sentence(links.problem)}</p>}
      {links.value !== null && usable.length === 0 && <p class="quiet small">{w.empty}</p>}
      <LinkList at={at} links={usable.slice(0, OPEN)} onChanged={links.reload} />
      {usable.length > OPEN && (
        <details class="fold">
          <summary>{w.more(usable.length - OPEN)}</summary>
          <LinkList at={at} links={usable.slice(OPEN)} onChanged={links.reload} />
        </details>
      )}
      {revoked.length > 0 && (
        <details class="fold">
          <summary>{w.revokedMany(revoked.length)}</summary>
          <ul class="quiet small">
            {revoked.map((link) => (
              <li key={link.link_id}>
                {linkWho(link)} · {w.made(dateAndTime(link.created_at, language.value))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {creating && <LinkForm at={at} onCreated={links.reload} onClose={() => setCreating(false)} />}
    </section>
  );
}

interface LinkListProps {
  at: DeskAt;
  links: readonly JoinLink[];
  onChanged: () => void;
}

function LinkList({ at, links, onChanged }: LinkListProps) {
  return (
    <ul class="link-list">
      {links.map((link) => (
        <LinkRow key={link.link_id} at={at} link={link} onChanged={onChanged} />
      ))}
    </ul>
  );
}
