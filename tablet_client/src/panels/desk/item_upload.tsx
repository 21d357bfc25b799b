import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";

interface ItemUploadProps {
  title: string;
  onFiles: (files: readonly File[]) => void;
}

/** Chooses files for one agenda item. */
export function ItemUpload({ title, onFiles }: ItemUploadProps) {
  const w = words.value.desk;
  return (
    <label class="item-upload">
      <Icon name="upload" /> {w.upload}
      <input
        class="unseen"
        type="file"
        multiple
        accept="application/pdf,.pdf"
        aria-label={w.uploadTo(title)}
        data-testid="upload-input"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
