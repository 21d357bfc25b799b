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
  switch (stroke.tool) {
    case "pen":
    case "highlighter":
      return <path d={pathOf(stroke)} fill={fill} class={`over-${stroke.tool}`} />;
    case "note":
      return <NoteOver stroke={stroke} fill={fill} />;
    case "stamp":
      return <StampOver stroke={stroke} fill={fill} />;
    default:
      return null;
  }
}

interface WordsProps {
  stroke: Stroke;
  fill: string;
}

/** A note's lines on their slip of paper. */
function NoteOver({ stroke, fill }: WordsProps) {
  const [x = 0, y = 0] = stroke.points;
  const letter = stroke.width;
  const { lines, width, height } = layoutOf(stroke);
  return (
    <g>
      <rect class="over-slip" x={x} y={y} width={width} height={height} stroke={fill} />
      <text font-size={letter} fill={fill}>
        {lines.map((line, row) => (
          <tspan key={row} x={x + AIR * letter} y={y + (AIR + 1 + row * LINE) * letter}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** What a stamp says, in its frame; the point is its middle. */
function StampOver({ stroke, fill }: WordsProps) {
  const [x = 0, y = 0] = stroke.points;
  const { width } = stroke;
  const stamps: Readonly<Record<string, string>> = words.value.pen.stamps;
  return (
    <g>
      <rect
        class="over-slip"
        x={x - width / 2}
        y={y - width / 4}
        width={width}
        height={width / 2}
        rx={width / 10}
        stroke={fill}
      />
      <text x={x} y={y + width / 9} font-size={width / 3.2} fill={fill} text-anchor="middle">
        {stamps[stroke.text] ?? stroke.text}
      </text>
    </g>
  );
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
