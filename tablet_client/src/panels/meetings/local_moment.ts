/** A moment as the date and time fields of a form show it, in the tablet's own time zone. */
export function fieldsOf(at: number): { date: string; time: string } {
  const day = new Date(at);
  const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  return { date, time: `${two(day.getHours())}:${two(day.getMinutes())}` };
}

/** The moment a date field and a time field mean together; null when either is not filled in. */
export function momentOf(date: string, time: string): number | null {
  if (date === "" || time === "") return null;
  const at = new Date(`${date}T${time}`).getTime();
  return Number.isNaN(at) || at < 0 ? null : at;
}

const two = (n: number) => String(n).padStart(2, "0");
