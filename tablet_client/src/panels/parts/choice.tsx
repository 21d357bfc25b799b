import { useId } from "preact/hooks";

interface Option<T extends string> {
  value: T;
  label: string;
  lang?: string;
  /** Classes of a letter that shows what the option looks like. */
  sample?: string;
}

interface ChoiceProps<T extends string> {
  label: string;
  chosen: T;
  options: readonly Option<T>[];
  onChoose: (value: T) => void;
  testid?: string;
}

/** A few things of which one holds: radio buttons side by side. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, chosen, options, onChoose, testid } = props;
  const group = useId();
  return (
    <fieldset class="choice" data-testid={testid}>
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
            <span>
              {option.sample !== undefined && (
                <b class={option.sample} aria-hidden="true">
                  가
                </b>
              )}
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
