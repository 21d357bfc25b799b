/** What the service, or the way to it, refused: a stable code and sentences for people. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly ko: string;
  readonly en: string;
  /** Whether the same request may succeed later. */
  readonly again: boolean;

  constructor(problem: Problem) {
    super(problem.code);
    this.status = problem.status;
    this.code = problem.code;
    this.ko = problem.ko;
    this.en = problem.en;
    this.again = problem.again;
  }
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly ko: string;
  readonly en: string;
  readonly again: boolean;
}

/** No answer at all: the network, or the service, is away. Status 0. */
export function noConnection(): HttpProblem {
  return new HttpProblem({
    status: 0,
    code: "no_connection",
    ko: "서버에 연결할 수 없습니다. 네트워크를 확인해 주세요. 연결되면 다시 시도합니다.",
    en: "The service cannot be reached. Check the network; it is tried again once it is back.",
    again: true,
  });
}

/** The problem an error answer speaks of; any other body gets a sentence of its own. */
export function problemOf(status: number, body: string): HttpProblem {
  try {
    const { code, ko, en, again } = JSON.parse(body) as Partial<Problem>;
    if (typeof code === "string" && typeof ko === "string" && typeof en === "string") {
      return new HttpProblem({ status, code, ko, en, again: again === true });
    }
  } catch {
    // Not ours: a proxy between us and the service may answer with a page of its own.
  }
  return new HttpProblem({
    status,
    code: "unexpected_answer",
    ko: "서버가 알 수 없는 응답을 보냈습니다. 잠시 뒤 다시 시도해 주세요.",
    en: "The service gave an answer that makes no sense. Try again in a moment.",
    again: status >= 500,
  });
}

/** The service's HTTP side for one bearer, or for nobody yet. Every call throws HttpProblem. */
export interface Api {
  /** `stop` takes the request back; the call then throws as if the service were away. */
  get<T>(path: string, stop?: AbortSignal): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  delete(path: string): Promise<void>;
}

export function api(origin: string, token?: string): Api {
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    signal: AbortSignal | null = null,
  ): Promise<string> => {
    const headers = new Headers();
    if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
    const request: RequestInit = { method, headers, signal };
    if (body !== undefined) {
      headers.set("Content-Type", "application/json");
      request.body = JSON.stringify(body);
    }
    const { status, ok, text } = await answer(`${origin}${path}`, request);
    if (!ok) throw problemOf(status, text);
    return text;
  };
  const read = <T>(text: string): T => (text === "" ? undefined : JSON.parse(text)) as T;
  return {
    get: async <T>(path: string, stop?: AbortSignal) =>
      read<T>(await ask("GET", path, undefined, stop)),
    post: async <T>(path: string, body?: unknown) => read<T>(await ask("POST", path, body ?? {})),
    delete: async (path) => void (await ask("DELETE", path)),
  };
}

async function answer(
  url: string,
  request: RequestInit,
): Promise<{ status: number; ok: boolean; text: string }> {
  try {
    const response = await fetch(url, request);
    return { status: response.status, ok: response.ok, text: await response.text() };
  } catch {
    throw noConnection();
  }
}
