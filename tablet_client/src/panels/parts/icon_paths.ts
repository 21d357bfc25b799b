/** The one family of icons: strokes on a 24 px grid, drawn for this product. */
export const iconPaths = {
  sheet: "M7 3h10a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM9 8h6M9 12h6",
  agenda: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  thumbnails: "M4 4h6v7H4zM14 4h6v7h-6zM4 15h6v5H4zM14 15h6v5h-6z",
  back: "M20 12H5M11 6l-6 6 6 6",
  select: "M5 8V5h11v3M10.5 5v13M8 18h3.5M19 10v11M17 10h4M17 21h4",
  sight:
    "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  drag: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  check: "M5 12.5l4.5 4.5L19 7.5",
  pen: "M4 20l1-4.5L16 4.5a2 2 0 0 1 3 0l.5.5a2 2 0 0 1 0 3L8.5 19 4 20zM14 6.5l3.5 3.5",
  highlighter: "M9 15l-1.5-3.5L16 4l4 4-7.5 8.5L9 15zM9 15l-2.5 4H3.5l4-7.5M12 20h8",
  eraser:
    "M8.5 19l-4-4a2 2 0 0 1 0-2.8l7.7-7.7a2 2 0 0 1 2.8 0l4.5 4.5a2 2 0 0 1 0 2.8L12.5 19h-4zM8.5 8.5l7 7M8.5 19H20",
  hand: "M8 12V6a1.5 1.5 0 0 1 3 0v5M11 11V4.5a1.5 1.5 0 0 1 3 0V11M14 11V6a1.5 1.5 0 0 1 3 0v6M17 11.5V9a1.5 1.5 0 0 1 3 0v6a6 6 0 0 1-6 6h-1a6 6 0 0 1-5-2.6L4.3 14a1.5 1.5 0 0 1 2.3-1.9L8 13.5",
  pointer: "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3",
  undo: "M9 5L4.5 9.5 9 14M4.5 9.5H14a5 5 0 0 1 0 10h-2",
  redo: "M15 5l4.5 4.5L15 14M19.5 9.5H10a5 5 0 0 0 0 10h2",
  lock: "M7 11h10a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.3M18 14.5a6.5 6.5 0 0 1 3.5 5.5",
  lead: "M4 4h16v11H4zM12 15v3M8 21l4-3 4 3M10 7.5v4l3.5-2z",
  edit: "M4 20h16M6 16l.7-3.2L15 4.5a1.8 1.8 0 0 1 2.5 2.5l-8.3 8.3L6 16z",
  trash: "M5 7h14M10 4h4M7 7l.8 12a1 1 0 0 0 1 1h6.4a1 1 0 0 0 1-1L17 7M10.5 11v5M13.5 11v5",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20v-2M18 20h2v-2M17 17h1",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
  upload: "M12 16V4.5M7.5 9L12 4.5 16.5 9M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4",
  warning: "M12 4L2.8 20h18.4L12 4zM12 10v4.5M12 17.3v.01",
  offline:
    "M3 9.5a14 14 0 0 1 5-3M21 9.5a14 14 0 0 0-9-3.5M6.5 13.5A9 9 0 0 1 11 11M17.5 13.5l-.8-.7M12 18.5v.01M4 3l16 18",
  pulse: "M3 12.5h4L9.5 6l4.5 12 2.5-5.5H21",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
  leave: "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
  wholePage: "M4 9h5V4M20 15h-5v5M4 15h5v5M20 9h-5V4",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17",
} as const;

export type IconName = keyof typeof iconPaths;
