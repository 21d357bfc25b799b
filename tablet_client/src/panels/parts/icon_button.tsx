import type { ButtonHTMLAttributes } from "preact";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon_paths.ts";

type Rest = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "label" | "icon">;

/** A 48 px button that shows an icon and says its name. */
export function IconButton({ icon, label, ...rest }: { icon: IconName; label: string } & Rest) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}
