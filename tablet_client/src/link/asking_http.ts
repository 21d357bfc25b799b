import type { Ask } from "../reading/asking.ts";
import { api } from "./http.ts";

/** Puts the reading room's questions over HTTP; answers that are refused throw HttpProblem. */
export function askOver(origin: string, token: string): Ask {
  const { get } = api(origin, token);
  return <T>(path: string) => {
    const abort = new AbortController();
    return { answer: get<T>(path, abort.signal), stop: () => abort.abort() };
  };
}
