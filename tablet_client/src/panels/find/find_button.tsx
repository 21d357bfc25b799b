import { words } from "../../words/words.ts";
import { IconButton } from "../parts/icon_button.tsx";
import type { Finding } from "./use_find.ts";

/** Opens the search, or closes it. */
export function FindButton({ finding }: { finding: Finding }) {
  return (
    <IconButton
      icon="search"
      label={words.value.find.open}
      aria-expanded={finding.open}
      data-testid="find-open"
      onClick={finding.open ? finding.hide : finding.show}
    />
  );
}
