import { useEffect } from "preact/hooks";
import { words } from "../../words/words.ts";

/** Names the tab after the screen: "월요일 간부회의 · 한장". */
export function useTitle(screen: string): void {
  const product = words.value.product;
  useEffect(() => {
    document.title = screen === "" ? product : `${screen} · ${product}`;
  }, [screen, product]);
}
