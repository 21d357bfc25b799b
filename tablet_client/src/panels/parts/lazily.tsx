import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { words } from "../../words/words.ts";

/** A part of the screen that is fetched when it is needed, and can be sent for before. */
export interface Lazy<P> {
  Part: ComponentType<P>;
  fetch(): Promise<unknown>;
}

/** Keeps a part out of the first load; while it cannot be fetched it says so and offers again. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  let loaded: ComponentType<P> | null = null;
  const fetch = async () => {
    loaded = await load();
  };
  return { Part, fetch };

  function Part(props: P) {
    const [round, setRound] = useState(0);
    const [lost, setLost] = useState(false);
    const [, setThere] = useState(loaded !== null);
    useEffect(() => {
      if (loaded !== null) return;
      setLost(false);
      fetch().then(
        () => setThere(true),
        () => setLost(true),
      );
    }, [round]);
    if (loaded !== null) {
      const Loaded = loaded;
      return <Loaded {...props} />;
    }
    return (
      <div class="part-waiting" aria-busy={!lost}>
        {lost ? (
          <>
            <p role="alert">{words.value.contents.lost}</p>
            <button type="button" class="button" onClick={() => setRound(round + 1)}>
              {words.value.common.again}
            </button>
          </>
        ) : (
          <span class="spinner" />
        )}
      </div>
    );
  }
}
