import { expect, it } from "vitest";
import { readPeople } from "./people_lines.ts";

it("reads one person a line, with commas or with a spreadsheet's tabs", () => {
  expect(readPeople("김유성, 기획예산과, 과장\n박여주\t자치행정과\t동장\r\n이광명")).toEqual([
    { name: "김유성", department: "기획예산과", position: "과장" },
    { name: "박여주", department: "자치행정과", position: "동장" },
    { name: "이광명", department: "", position: "" },
  ]);
});

it("passes over empty lines and lines without a name", () => {
  expect(readPeople("\n  \n, 기획예산과\n")).toEqual([]);
});
