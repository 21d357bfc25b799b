import type { PointerLook } from "../../ink/pointer_look.ts";

const RADIUS: Readonly<Record<PointerLook["size"], number>> = { small: 4, medium: 6, large: 9 };

/** A pointer in small, as it looks on the page. */
export function PointerSign({ look }: { look: PointerLook }) {
  const radius = RADIUS[look.size];
  return (
    <svg
      class={`pointer-sign ${look.colour}`}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {look.shape === "dot" && <circle r={radius} />}
      {look.shape === "ring" && <circle class="ring" r={radius} />}
      {look.shape === "arrow" && (
        <path
          d="M0 0L.9 2.9 1.6 2.05 3.1 3.55 3.7 2.95 2.2 1.45 3 .75z"
          transform={`scale(${radius * 0.55}) translate(-1.85 -1.8)`}
        />
      )}
    </svg>
  );
}
