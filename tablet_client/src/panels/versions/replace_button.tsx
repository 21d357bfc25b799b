import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";

interface ReplaceButtonProps {
  name: string;
  onFile: (file: File) => void;
}

/** Chooses the file that becomes a document's new version. */
export function ReplaceButton({ name, onFile }: ReplaceButtonProps) {
  const w = words.value.versions;
  return (
    <label class="button replace-button">
      <Icon name="upload" /> {w.replace}
      <input
        class="unseen"
        type="file"
        accept="application/pdf,.pdf"
        aria-label={w.replaceOf(name)}
        data-testid="replace-input"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
        }}
      />
    </label>
  );
}
