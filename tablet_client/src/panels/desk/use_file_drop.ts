import { useEffect, useState } from "preact/hooks";

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;

/** Handlers for a place where files may be dropped, and whether some hang over it now. */
export function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      },
    },
  };
}

/** A file let go beside its place would replace the desk by the file: it is let fall instead. */
export function useNoStrayDrop(): void {
  useEffect(() => {
    const fall = (event: DragEvent) => carriesFiles(event) && event.preventDefault();
    addEventListener("dragover", fall);
    addEventListener("drop", fall);
    return () => {
      removeEventListener("dragover", fall);
      removeEventListener("drop", fall);
    };
  }, []);
}
