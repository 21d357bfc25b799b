import { useId } from "preact/hooks";

interface SwitchProps {
  label: string;
  hint: string;
  checked: boolean;
  testid: string;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, with one sentence of what that means. */
export function Switch({ label, hint, checked, testid, onChange }: SwitchProps) {
  const id = useId();
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={checked}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-hint`}
      data-testid={testid}
      onClick={() => onChange(!checked)}
    >
      <span class="grow">
        <span id={`${id}-label`}>{label}</span>
        <span id={`${id}-hint`} class="quiet small">
          {hint}
        </span>
      </span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
