import { useState } from "preact/hooks";
import { sentence, words } from "../../words/words.ts";
import { type Problem, problemIn } from "../doors.ts";
import { Dialog } from "../parts/dialog.tsx";
import { fieldsOf, momentOf } from "./local_moment.ts";

export interface MeetingWish {
  title: string;
  place: string;
  startsAt: number;
}

interface MeetingFormProps {
  title: string;
  yes: string;
  from?: MeetingWish;
  onSave: (wish: MeetingWish) => Promise<void>;
  onClose: () => void;
}

/** What a meeting is called, when and where it is. */
export function MeetingForm({ title, yes, from, onSave, onClose }: MeetingFormProps) {
  const w = words.value.meetings;
  const start = fieldsOf(from?.startsAt ?? nextFullHour(Date.now()));
  const [name, setName] = useState(from?.title ?? "");
  const [place, setPlace] = useState(from?.place ?? "");
  const [date, setDate] = useState(start.date);
  const [time, setTime] = useState(start.time);
  const [wrong, setWrong] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);

  const save = async () => {
    const startsAt = momentOf(date, time);
    if (name.trim() === "") return setWrong(w.nameMissing);
    if (startsAt === null) return setWrong(w.dateMissing);
    setSaving(true);
    try {
      await onSave({ title: name.trim(), place: place.trim(), startsAt });
    } catch (thrown) {
      setWrong(whatWentWrong(problemIn(thrown)));
      setSaving(false);
    }
  };

  return (
    <Dialog title={title} onClose={onClose} testid="meeting-form">
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label class="field">
          <span>{w.name}</span>
          <input
            class="input"
            data-first
            maxLength={200}
            placeholder={w.nameExample}
            data-testid="meeting-title"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div class="row two">
          <label class="field grow">
            <span>{w.date}</span>
            <input
              class="input"
              type="date"
              data-testid="meeting-date"
              value={date}
              onInput={(event) => setDate(event.currentTarget.value)}
            />
          </label>
          <label class="field grow">
            <span>{w.time}</span>
            <input
              class="input"
              type="time"
              data-testid="meeting-time"
              value={time}
              onInput={(event) => setTime(event.currentTarget.value)}
            />
          </label>
        </div>
        <label class="field">
          <span>{w.place}</span>
          <input
            class="input"
            maxLength={200}
            placeholder={w.placeExample}
            data-testid="meeting-place"
            value={place}
            onInput={(event) => setPlace(event.currentTarget.value)}
          />
        </label>
        {wrong !== null && (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        )}
        <div class="row end">
          <button type="submit" class="button primary" data-testid="meeting-save" disabled={saving}>
            {yes}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const whatWentWrong = (problem: Problem | null) =>
  problem === null ? words.value.join.unreachable : sentence(problem);

const HOUR = 3_600_000;
const nextFullHour = (now: number) => Math.ceil(now / HOUR) * HOUR;
