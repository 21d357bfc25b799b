import { words } from "../../words/words.ts";
import { Icon } from "../parts/icon.tsx";
import { size, took } from "./figures_of_status.ts";
import type { Attention, ServiceStatus, Took } from "./service_status.ts";

/** What can be counted of the service now, each with a word whether that is well. */
export function StatusNumbers({ status }: { status: ServiceStatus }) {
  const w = words.value.status;
  const tablets = Object.values(status.connections).reduce((sum, each) => sum + each, 0);
  const { disk, memory, minutes } = status;
  const is = (...names: Attention[]) => !names.some((each) => status.attention.includes(each));
  return (
    <section class="status-part">
      <h2>{w.numbers}</h2>
      <dl class="status-numbers">
        <Figure
          name={w.connected}
          figure={w.tabletCount(tablets)}
          beside={w.lagging(status.lagging)}
          well={is("tablets_slow")}
        />
        <Timed name={w.fanOut} took={status.fan_out} minutes={minutes} well={is("fan_out_slow")} />
        <Timed name={w.commit} took={status.commit} minutes={minutes} well={is("commit_slow")} />
        <Timed name={w.lag} took={status.lag} minutes={minutes} well={is("loop_late")} />
        <Figure
          name={w.toDraw}
          figure={w.drawing(status.to_draw)}
          beside={status.to_draw === 0 ? w.allDrawn : w.stillDrawing}
          well={is("drawing")}
        />
        <Figure
          name={w.disk}
          figure={size(disk.free)}
          beside={w.diskOf(size(disk.total))}
          well={is("disk_low", "storage_read", "storage_write")}
        />
        <Figure
          name={w.memory}
          figure={memory.held === null ? w.unknown : size(memory.held)}
          beside={memory.available === null ? "" : w.memoryLeft(size(memory.available))}
          well={is("memory_low")}
        />
      </dl>
    </section>
  );
}

interface TimedProps {
  name: string;
  took: Took | null;
  minutes: number;
  well: boolean;
}

function Timed({ name, took: time, minutes, well }: TimedProps) {
  const w = words.value.status;
  const figure = time === null ? w.nothingYet : took(time.median);
  const beside = time === null ? w.nothingLately(minutes) : w.worst(took(time.worst), minutes);
  return <Figure name={name} figure={figure} beside={beside} well={well} />;
}

interface FigureProps {
  name: string;
  figure: string;
  beside: string;
  well: boolean;
}

function Figure({ name, figure, beside, well }: FigureProps) {
  const w = words.value.status;
  return (
    <div class="status-card">
      <dt>{name}</dt>
      <dd>
        <span class="status-figure">{figure}</span>
        <span class="quiet small">{beside}</span>
        <span class={well ? "status-word good" : "status-word amber"}>
          <Icon name={well ? "check" : "warning"} /> {well ? w.good : w.look}
        </span>
      </dd>
    </div>
  );
}
