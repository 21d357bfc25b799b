import { fileSize } from "../../words/figures.ts";
import { sentence, words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon_button.tsx";
import type { Upload, Uploads } from "../upload_door.ts";
import { PasswordForm } from "./password_form.tsx";
import { ProgressLine } from "./progress_line.tsx";

/** A file on its way: bytes sent, being looked at, or refused with the reason and what to do. */
export function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const w = words.value;
  const refused = upload.state.value === "refused";
  return (
    <li
      class={refused ? "document refused" : "document"}
      data-testid={refused ? "refused" : "uploading"}
      data-code={upload.problem.value?.code}
    >
      <div class="document-line">
        <span class="document-thumb">
          <Icon name={refused ? "warning" : "sheet"} />
        </span>
        <div class="document-name grow">
          {upload.name} <span class="quiet small">{fileSize(upload.size)}</span>
          {refused && upload.problem.value !== null && (
            <p class="wrong" role="alert">
              {sentence(upload.problem.value)}
            </p>
          )}
        </div>
        <div class="document-state">
          {refused ? <TryAgain upload={upload} /> : <Sending upload={upload} />}
        </div>
        <IconButton
          icon="close"
          label={refused ? w.desk.dismiss : w.common.cancel}
          onClick={() => uploads.forget(upload.id)}
        />
      </div>
    </li>
  );
}

function Sending({ upload }: { upload: Upload }) {
  const w = words.value.desk;
  const state = upload.state.value;
  if (state === "waiting") return <span class="quiet small">{w.waiting}</span>;
  if (state !== "sending") return <span class="quiet small">{w.checking}</span>;
  return (
    <ProgressLine
      label={w.sendingLabel(upload.name)}
      text={w.sending(fileSize(upload.sent.value), fileSize(upload.size))}
      done={upload.sent.value}
      all={upload.size}
    />
  );
}

function TryAgain({ upload }: { upload: Upload }) {
  const code = upload.problem.value?.code;
  if (code === "password_needed" || code === "wrong_password") {
    return <PasswordForm onPassword={(password) => upload.retry(password)} />;
  }
  return (
    <button type="button" class="button" data-testid="upload-again" onClick={() => upload.retry()}>
      {words.value.desk.uploadAgain}
    </button>
  );
}
