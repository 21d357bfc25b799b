import { expect, it } from "vitest";
import type { Invited } from "../doors.ts";
import { findPeople } from "./find_people.ts";

const person = (name: string, department: string, position: string): Invited => ({
  person_id: name,
  name,
  department,
  position,
  present: false,
});

const people = [person("김유성", "기획예산과", "과장"), person("조은별", "안전총괄과", "과장")];
const found = (query: string) => findPeople(people, query).map((each) => each.name);

it("finds by name, department and position, all words at once", () => {
  expect(found("")).toEqual(["김유성", "조은별"]);
  expect(found("과장")).toEqual(["김유성", "조은별"]);
  expect(found("안전 과장")).toEqual(["조은별"]);
  expect(found("김유성 안전")).toEqual([]);
});

it("finds what a keyboard typed as separate letters", () => {
  expect(found("유성".normalize("NFD"))).toEqual(["김유성"]);
});
