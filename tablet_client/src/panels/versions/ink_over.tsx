import { PAGE_WIDTH, pageHeight, unpack } from "../../ink/geometry.ts";
import { AIR, LINE, layoutOf } from "../../ink/note_layout.ts";
import { outlineOf } from "../../ink/outline.ts";
import type { SheetMark } from "../../meeting/room.ts";
import type { PageSize, Stroke } from "../../protocol/messages.ts";
import { words } from "../../words/words.ts";

interface InkOverProps {
  size: PageSize;
  marks: readonly SheetMark[];
  label: string;
}

/** A page's marks over a picture of it: lines, notes and stamps, as vectors. */
export function InkOver({ size, marks, label }: InkOverProps) {
  return (
    <svg
      class="ink-over"
      viewBox={`0 0 ${PAGE_WIDTH} ${pageHeight(size)}`}
      role="img"
      aria-label={label}
      data-testid="left-ink-marks"
      data-marks={marks.length}
    >
      {marks.map(({ stream, stroke }) => (
        <MarkOver key={`${stream} ${stroke.stroke_id}`} stroke={stroke} />
      ))}
    </svg>
  );
}

function MarkOver({ stroke }: { stroke: Stroke }) {
  const fill = `var(--ink-${stroke.colour})`;
  const [x = 0, y = 0] = stroke.points;
  switch (stroke.tool) {
    case "pen":
    case "highlighter":
      return <path d={pathOf(stroke)} fill={fill} class={`over-${stroke.tool}`} />;
    case "note": {
      const letter = stroke.width;
      return (
        <text font-size={letter} fill={fill}>
          {layoutOf(stroke).lines.map((line, row) => (
            <tspan key={row} x={x + AIR * letter} y={y + (AIR + 1 + row * LINE) * letter}>
              {line}
            </tspan>
          ))}
        </text>
      );
    }
    case "stamp": {
      const stamps: Readonly<Record<string, string>> = words.value.pen.stamps;
      return (
        <text x={x} y={y} font-size={stroke.width / 3} fill={fill} text-anchor="middle">
          {stamps[stroke.text] ?? stroke.text}
        </text>
      );
    }
    default:
      return null;
  }
}

/** The outline as straight sides: fine enough for a look. */
function pathOf({ points, tool, width }: Stroke): string {
  const outline = outlineOf(unpack(points), { tool, width, finished: true });
  const corners: string[] = [];
  for (let at = 0; at + 1 < outline.length; at += 2) {
    corners.push(`${Math.round(outline[at] ?? 0)} ${Math.round(outline[at + 1] ?? 0)}`);
  }
  return corners.length === 0 ? "" : `M${corners.join("L")}Z`;
}
