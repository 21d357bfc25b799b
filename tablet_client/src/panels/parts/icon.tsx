import { type IconName, iconPaths } from "./icon_paths.ts";

/** A picture beside a word; it says nothing by itself, so screen readers skip it. */
export function Icon({ name }: { name: IconName }) {
  // Three dots are drawn as dots: a stroke of no length is a circle as wide as the stroke.
  const dots = name === "more" || name === "drag";
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} stroke-width={dots ? 3 : undefined} />
    </svg>
  );
}
