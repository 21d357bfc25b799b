import { useId } from "preact/hooks";

interface Option<T extends string> {
  value: T;
  label: string;
  lang?: string;
}

interface ChoiceProps<T extends string> {
  label: string;
  chosen: T;
  options: readonly Option<T>[];
  onChoose: (value: T) => void;
}

/** A few things of which one holds: radio buttons side by side. */
export function Choice<T extends string>({ label, chosen, options, onChoose }: ChoiceProps<T>) {
  const group = useId();
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} class="choice-option" lang={option.lang}>
            <input
              type="radio"
              name={group}
              value={option.value}
              checked={option.value === chosen}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
