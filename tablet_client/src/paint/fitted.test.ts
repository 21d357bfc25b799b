import { expect, test } from "vitest";
import { Fitted, type Fitting } from "./fitted.ts";

/** Pictures whose making ends when the test says so; `closed` are those let go. */
function bench() {
  const closed: string[] = [];
  const waiting: (() => void)[] = [];
  const picture = (name: string, width: number) =>
    ({ name, width, height: 2 * width, close: () => closed.push(name) }) as unknown as ImageBitmap;
  const fitted = new Fitted(async ({ image, width }: Fitting) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return picture(`${(image as unknown as { name: string }).name}@${width}`, width);
  });
  const made = async () => {
    for (const end of waiting.splice(0)) end();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const fitting = (image: ImageBitmap, width = 900) => ({
    image,
    source: new Blob(),
    width,
    height: 2 * width,
  });
  return { fitted, closed, picture, made, fitting };
}

test("a page is made as large as it is shown, before it is", async () => {
  const { fitted, picture, made, fitting } = bench();
  const one = picture("one", 1_600);
  fitted.want([fitting(one)]);
  expect(fitted.look(one, 900, 1_800)).toBeNull();
  await made();
  expect(fitted.look(one, 900, 1_800)?.width).toBe(900);
  expect(fitted.look(one, 800, 1_600)).toBeNull();
});

test("a page that would have to grow is left as it is", async () => {
  const { fitted, picture, made, fitting } = bench();
  const small = picture("small", 900);
  fitted.want([fitting(small, 900)]);
  await made();
  expect(fitted.look(small, 900, 1_800)).toBeNull();
});

test("what is not wanted any more, or at another size, is let go", async () => {
  const { fitted, closed, picture, made, fitting } = bench();
  const [one, two] = [picture("one", 1_600), picture("two", 1_600)];
  fitted.want([fitting(one), fitting(two)]);
  await made();
  fitted.want([fitting(two, 700)]);
  expect(closed).toEqual(["one@900", "two@900"]);
  await made();
  expect(fitted.look(two, 700, 1_400)?.width).toBe(700);
  fitted.close();
  expect(closed).toEqual(["one@900", "two@900", "two@700"]);
});

test("who waits for a picture is told when it is there, and when it cannot be", async () => {
  const heard: string[] = [];
  const one = { name: "one", width: 1_600, close: () => undefined } as unknown as ImageBitmap;
  let isBroken = false;
  const make = async () => (isBroken ? Promise.reject(new Error("not now")) : one);
  const fitted = new Fitted(make, () => heard.push(fitted.isMaking(one) ? "still" : "over"));
  const fitting = { image: one, source: new Blob(), width: 900, height: 1_800 };
  for (isBroken of [false, true]) {
    fitted.want([fitting]);
    expect(fitted.isMaking(one)).toBe(true);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    expect(fitted.look(one, 900, 1_800) === null).toBe(isBroken);
    fitted.want([]);
  }
  expect(heard).toEqual(["over", "over"]);
});

test("what was let go while it was made is not kept", async () => {
  const { fitted, closed, picture, made, fitting } = bench();
  const one = picture("one", 1_600);
  fitted.want([fitting(one)]);
  fitted.want([]);
  await made();
  expect(closed).toEqual(["one@900"]);
  expect(fitted.look(one, 900, 1_800)).toBeNull();
});

test("no more than three are held, the likeliest", async () => {
  const { fitted, picture, made, fitting } = bench();
  const pages = [1, 2, 3, 4].map((number) => picture(`${number}`, 1_600));
  fitted.want(pages.map((page) => fitting(page)));
  await made();
  const held = pages.map((page) => fitted.look(page, 900, 1_800) !== null);
  expect(held).toEqual([true, true, true, false]);
});
