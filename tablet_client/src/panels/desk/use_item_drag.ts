import { useState } from "preact/hooks";

/** A kind of our own, so that a dragged item is never taken for a file or a text. */
const KIND = "application/x-hanjang-item";

/** What a handle needs to carry its item. */
export function itemDragHandle(itemId: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer?.setData(KIND, itemId);
      if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
    },
  };
}

/** Handlers for an item's card that takes another item's place when that is dropped on it. */
export function useItemDrop(index: number, onItem: (itemId: string, index: number) => void) {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (event.dataTransfer?.types.includes(KIND) !== true) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        const itemId = event.dataTransfer?.getData(KIND) ?? "";
        if (itemId === "") return;
        event.preventDefault();
        onItem(itemId, index);
      },
    },
  };
}
