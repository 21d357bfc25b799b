import type { Visit } from "../doors.ts";
import { NARROW, useMedia } from "../parts/use_media.ts";
import type { View } from "../room/view.ts";
import { LeftInk } from "../versions/left_ink.tsx";
import { VersionNotes } from "../versions/version_notes.tsx";
import { LostLead } from "./lost_lead.tsx";
import { mayAnswer } from "./may_answer.ts";
import { Requests } from "./requests.tsx";

/** What has to be settled soon, at the head of the stage: a lost presenter, who asks to lead, new versions. */
export function StageNotes({ visit, view }: { visit: Visit; view: View }) {
  const narrow = useMedia(NARROW);
  return (
    <>
      <div class="stage-notes">
        <LostLead visit={visit} view={view} />
        {narrow && mayAnswer(visit.room) && <Requests room={visit.room} />}
        <VersionNotes visit={visit} view={view} />
      </div>
      <LeftInk visit={visit} view={view} />
    </>
  );
}
