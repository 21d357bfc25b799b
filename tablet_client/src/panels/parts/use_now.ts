import { useEffect, useState } from "preact/hooks";

/** Whatever tells the time in milliseconds: a room has the service's, `Date` the tablet's. */
interface Clock {
  now(): number;
}

/** The time, told again every `every` milliseconds. */
export function useNow(clock: Clock, every: number): number {
  const [at, setAt] = useState(() => clock.now());
  useEffect(() => {
    setAt(clock.now());
    const timer = setInterval(() => setAt(clock.now()), every);
    return () => clearInterval(timer);
  }, [clock, every]);
  return at;
}
