/** A person as a line of text tells it. */
export interface PersonLine {
  name: string;
  department: string;
  position: string;
}

/** Longer is no name but a paragraph that got in by mistake; the wire's bound too. */
const LONGEST = 200;

/** The people in pasted lines "name, department, position"; tabs from a spreadsheet work as well. */
export function readPeople(text: string): readonly PersonLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/[,\t;]/).map((part) => part.trim().slice(0, LONGEST)))
    .map(([name = "", department = "", position = ""]) => ({ name, department, position }))
    .filter((person) => person.name !== "");
}
