import { useEffect, useRef, useState } from "preact/hooks";
import type { Pages } from "../../pages/pages.ts";
import type { PageRef } from "../../protocol/messages.ts";

/** A page in small. It is fetched when it comes near the screen and is drawn by then or later. */
export function Thumb({ pages, page, ready }: { pages: Pages; page: PageRef; ready: boolean }) {
  const frame = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const { document_id, version, page: number } = page;

  useEffect(() => {
    if (frame.current === null) return;
    const watch = new IntersectionObserver(
      (entries) => setNear((was) => was || entries.some((entry) => entry.isIntersecting)),
      { rootMargin: "200px" },
    );
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    setAddress(null);
    if (!near || !ready) return;
    let wanted = true;
    pages
      .thumb({ document_id, version, page: number })
      .then((found) => wanted && setAddress(found))
      // Without its picture the frame stays an empty sheet, which is what it then means.
      .catch(() => wanted && setAddress(null));
    return () => {
      wanted = false;
    };
  }, [pages, document_id, version, number, near, ready]);

  return (
    <span class="thumb" ref={frame}>
      {address !== null && <img src={address} alt="" draggable={false} />}
    </span>
  );
}
