import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openUploads, type Upload, type Uploads } from "./uploads.ts";

/** A request that the test answers; only what uploads use of the real one. */
class FakeRequest {
  static all: FakeRequest[] = [];
  upload: { onprogress?: (event: { loaded: number }) => void; onload?: () => void } = {};
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  status = 0;
  responseText = "";
  url = "";
  headers: Record<string, string> = {};
  isAborted = false;

  open(_method: string, url: string): void {
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  send(): void {
    FakeRequest.all.push(this);
  }

  abort(): void {
    this.isAborted = true;
  }

  answers(status: number, body: object = {}): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

let uploads: Uploads;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  FakeRequest.all = [];
  uploads = openUploads({ origin: "http://h", token: "t", meetingId: "m1" });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function drop(...names: string[]): void {
  dropOn("i1", ...names);
}

function dropOn(itemId: string, ...names: string[]): void {
  uploads.add(
    itemId,
    names.map((name) => new File(["%PDF"], name)),
  );
}

function upload(index = 0): Upload {
  const found = uploads.list.value[index];
  if (found === undefined) throw new Error(`no upload ${index}`);
  return found;
}

function request(index = 0): FakeRequest {
  const found = FakeRequest.all[index];
  if (found === undefined) throw new Error(`no request ${index}`);
  return found;
}

const states = () => uploads.list.value.map((each) => each.state.value);

test("a file goes to its item under its own name, and says how far it is", () => {
  drop("2027년 예산/안.pdf");
  expect(request().url).toBe(
    `http://h/api/meetings/m1/documents/${upload().id}?item_id=i1&name=` +
      "2027%EB%85%84+%EC%98%88%EC%82%B0%2F%EC%95%88.pdf",
  );
  expect(request().headers["Authorization"]).toBe("Bearer t");
  request().upload.onprogress?.({ loaded: 2 });
  expect([upload().sent.value, states()]).toEqual([2, ["sending"]]);
  request().upload.onload?.();
  expect(states()).toEqual(["checking"]);
  request().answers(201);
  expect([upload().sent.value, states()]).toEqual([4, ["done"]]);
});

test("three go at a time, the others wait their turn", () => {
  for (const item of ["i1", "i2", "i3", "i4"]) dropOn(item, "a.pdf");
  expect(states()).toEqual(["sending", "sending", "sending", "waiting"]);
  request(1).answers(201);
  expect(states()).toEqual(["sending", "done", "sending", "sending"]);
});

test("files under one item arrive in the order they were dropped", () => {
  drop("a.pdf", "b.pdf");
  dropOn("i2", "c.pdf");
  expect(states()).toEqual(["sending", "waiting", "sending"]);
  request(0).onerror?.();
  expect(states()).toEqual(["waiting", "waiting", "sending"]);
  vi.advanceTimersByTime(1_000);
  expect(states()).toEqual(["sending", "waiting", "sending"]);
  request(2).answers(201);
  expect(states()).toEqual(["done", "sending", "sending"]);
});

test("a refused file says why and holds up nobody", () => {
  drop("a.pdf", "b.pdf");
  const problem = { code: "not_a_pdf", ko: "PDF 파일이 아닙니다.", en: "Not a PDF.", again: false };
  request(0).answers(415, problem);
  expect(upload().problem.value).toMatchObject({ status: 415, ...problem });
  expect(states()).toEqual(["refused", "sending"]);
});

test("a protected file is sent again as the same document with its password", () => {
  drop("a.pdf");
  request(0).answers(422, { code: "password_needed", ko: "", en: "", again: false });
  upload().retry("비밀 1");
  expect(request(1).url).toBe(request(0).url);
  expect(request(1).headers["PDF-Password"]).toBe("%EB%B9%84%EB%B0%80%201");
  expect([upload().problem.value, states()]).toEqual([null, ["sending"]]);
});

describe("a broken connection", () => {
  test("is tried again by itself, as the same document", () => {
    drop("a.pdf");
    request(0).onerror?.();
    expect(states()).toEqual(["waiting"]);
    vi.advanceTimersByTime(999);
    expect(FakeRequest.all).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(request(1).url).toBe(request(0).url);
  });

  test("that does not mend is said after five attempts", () => {
    drop("a.pdf");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      FakeRequest.all.at(-1)?.onerror?.();
      vi.advanceTimersByTime(10_000);
    }
    expect(FakeRequest.all).toHaveLength(5);
    expect([upload().problem.value?.code, states()]).toEqual(["no_connection", ["refused"]]);
  });
});

test("a cancelled file is stopped, gone, and makes room", () => {
  drop("a.pdf", "b.pdf");
  upload().cancel();
  expect(request(0).isAborted).toBe(true);
  expect(states()).toEqual(["sending"]);
  request(0).answers(201);
  expect(states()).toEqual(["sending"]);
});

describe("a new version", () => {
  const told = {
    version: 2,
    pages: 4,
    name: "a",
    replaced: true,
    compared: true,
    same: 2,
    changed: 1,
    added: 1,
    removed: 0,
  };
  const d1 = { document_id: "d1", item_id: "i1" };

  test("goes to its document and says what became of the pages", () => {
    uploads.replace(d1, new File(["%PDF"], "새 판.pdf"));
    expect(request().url).toBe(
      "http://h/api/meetings/m1/documents/d1/versions?name=%EC%83%88+%ED%8C%90.pdf",
    );
    expect([upload().replaces, upload().outcome.value]).toEqual(["d1", null]);
    request().answers(200, told);
    expect([states(), upload().outcome.value]).toEqual([["done"], told]);
  });

  test("takes the place of what was said of the one before", () => {
    uploads.replace(d1, new File(["%PDF"], "a.pdf"));
    request().answers(415, { code: "not_a_pdf", ko: "", en: "", again: false });
    uploads.replace({ document_id: "d2", item_id: "i1" }, new File(["%PDF"], "b.pdf"));
    uploads.replace(d1, new File(["%PDF"], "c.pdf"));
    expect(uploads.list.value.map((each) => each.name)).toEqual(["b.pdf", "c.pdf"]);
  });

  test("waits for one that is on its way", () => {
    uploads.replace(d1, new File(["%PDF"], "a.pdf"));
    uploads.replace(d1, new File(["%PDF"], "b.pdf"));
    expect(states()).toEqual(["sending", "waiting"]);
    request().answers(200, told);
    expect(states()).toEqual(["done", "sending"]);
  });
});
