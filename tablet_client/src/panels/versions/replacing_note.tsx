import type { Document } from "../../protocol/messages.ts";
import { fileSize } from "../../words/figures.ts";
import { sentence, words } from "../../words/words.ts";
import { PasswordForm } from "../desk/password_form.tsx";
import { ProgressLine } from "../desk/progress_line.tsx";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { NewVersion, Upload } from "../upload_door.ts";

interface ReplacingNoteProps {
  document: Document;
  upload: Upload;
  onForget: () => void;
  onRename: (name: string) => void;
}

/** A new version on its way to its document: how far it is, why not, or what became of the pages. */
export function ReplacingNote({ document, upload, onForget, onRename }: ReplacingNoteProps) {
  const w = words.value;
  const state = upload.state.value;
  const outcome = upload.outcome.value;
  const problem = upload.problem.value;
  return (
    <div class="replacing" role="status" data-testid="replacing" data-state={state}>
      <Icon name={state === "refused" ? "warning" : state === "done" ? "check" : "upload"} />
      <div class="grow">
        {state === "waiting" && <p>{w.desk.waiting}</p>}
        {state === "sending" && (
          <ProgressLine
            label={w.desk.sendingLabel(upload.name)}
            text={w.desk.sending(fileSize(upload.sent.value), fileSize(upload.size))}
            done={upload.sent.value}
            all={upload.size}
          />
        )}
        {state === "checking" && <p>{w.versions.comparing}</p>}
        {state === "refused" && problem !== null && (
          <>
            <p class="wrong">{sentence(problem)}</p>
            <p class="small quiet">{w.versions.oldStays}</p>
          </>
        )}
        {outcome !== null && <Outcome outcome={outcome} />}
        {outcome?.replaced === true && outcome.name !== document.name && (
          <button
            type="button"
            class="button"
            data-testid="replaced-rename"
            onClick={() => onRename(outcome.name)}
          >
            {w.versions.renameToo(outcome.name)}
          </button>
        )}
      </div>
      {state === "refused" && <TryAgain upload={upload} />}
      <IconButton
        icon="close"
        label={state === "done" || state === "refused" ? w.desk.dismiss : w.common.cancel}
        onClick={onForget}
      />
    </div>
  );
}

/** What became of the pages, in one plain line; a second one when they were not compared. */
function Outcome({ outcome }: { outcome: NewVersion }) {
  const w = words.value.versions;
  if (!outcome.replaced) return <p data-testid="replaced-same">{w.sameFile}</p>;
  const { same, changed, added, removed } = outcome;
  return (
    <>
      <p data-testid="replaced">
        <strong>{w.replaced(outcome.version)}</strong>{" "}
        {outcome.compared && w.counts({ same, changed, added, removed })}
      </p>
      {!outcome.compared && <p class="small">{same > 0 ? w.byNumber : w.notCarried}</p>}
    </>
  );
}

function TryAgain({ upload }: { upload: Upload }) {
  const code = upload.problem.value?.code;
  if (code === "password_needed" || code === "wrong_password") {
    return <PasswordForm onPassword={(password) => upload.retry(password)} />;
  }
  return (
    <button type="button" class="button" onClick={() => upload.retry()}>
      {words.value.desk.uploadAgain}
    </button>
  );
}
