import { expect, it } from "vitest";
import { particleRo } from "./particle.ts";

it("follows the final sound of the word", () => {
  expect(particleRo("박여주")).toBe("로");
  expect(particleRo("김유성 과장")).toBe("으로");
  expect(particleRo("홍길")).toBe("로");
  expect(particleRo("Kim")).toBe("(으)로");
});
