interface ProgressLineProps {
  label: string;
  text: string;
  done: number;
  all: number;
}

/** A bar and the numbers it stands for. */
export function ProgressLine({ label, text, done, all }: ProgressLineProps) {
  const part = all === 0 ? 0 : Math.min(1, done / all);
  return (
    <span class="progress-line">
      <span
        class="progress"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={done}
        aria-valuetext={text}
      >
        <span style={{ width: `${part * 100}%` }} />
      </span>
      <span class="progress-text">{text}</span>
    </span>
  );
}
