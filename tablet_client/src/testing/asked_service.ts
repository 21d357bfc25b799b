// A service that answers when the test says so, and a clock that runs when it says so.
import type { Ask, AskingParts } from "../reading/asking.ts";

/** One question as the service saw it. */
export interface Question {
  readonly path: string;
  stopped: boolean;
  answer(value: unknown): Promise<void>;
  refuse(thrown: unknown): Promise<void>;
}

/** Lets everything that waits for an answer take it. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

export class AskedService {
  readonly questions: Question[] = [];
  readonly #alarms: { at: number; act: () => void }[] = [];
  #now = 0;

  readonly parts: AskingParts = {
    ask: ((path: string) => this.#ask(path)) as Ask,
    later: (milliseconds, act) => {
      const alarm = { at: this.#now + milliseconds, act };
      this.#alarms.push(alarm);
      return () => {
        const place = this.#alarms.indexOf(alarm);
        if (place >= 0) this.#alarms.splice(place, 1);
      };
    },
  };

  /** The newest question; there must be one. */
  get last(): Question {
    const question = this.questions.at(-1);
    if (question === undefined) throw new Error("nothing was asked");
    return question;
  }

  get paths(): readonly string[] {
    return this.questions.map((question) => question.path);
  }

  /** Lets time pass; whatever is due happens in its order. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#alarms.filter((alarm) => alarm.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#alarms.splice(this.#alarms.indexOf(due), 1);
      this.#now = due.at;
      due.act();
      await settle();
    }
    this.#now = end;
  }

  #ask(path: string): { answer: Promise<unknown>; stop(): void } {
    let resolve: (value: unknown) => void = () => undefined;
    let reject: (thrown: unknown) => void = () => undefined;
    const answer = new Promise<unknown>((yes, no) => {
      [resolve, reject] = [yes, no];
    });
    const question: Question = {
      path,
      stopped: false,
      answer: (value) => {
        resolve(value);
        return settle();
      },
      refuse: (thrown) => {
        reject(thrown);
        return settle();
      },
    };
    this.questions.push(question);
    return {
      answer,
      stop: () => {
        // An answer that is on its way already comes all the same.
        question.stopped = true;
      },
    };
  }
}
