import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon_paths.ts";

interface MessageScreenProps {
  icon: IconName;
  title: string;
  hint: string;
  busy?: boolean;
  testid?: string;
  children?: ComponentChildren;
}

/** A whole screen that says what is going on and what to do. */
export function MessageScreen({ icon, title, hint, busy, testid, children }: MessageScreenProps) {
  return (
    <main class="message-screen" aria-busy={busy === true} data-testid={testid}>
      <div class={busy ? "message-mark busy" : "message-mark"}>
        <Icon name={icon} />
      </div>
      <h1>{title}</h1>
      <p class="quiet">{hint}</p>
      {children !== undefined && <div class="row wrap message-actions">{children}</div>}
    </main>
  );
}
