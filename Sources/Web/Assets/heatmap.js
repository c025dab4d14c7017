// How response times are spread, over time: the more requests of a moment took about as long, the stronger the colour.
import { make, short } from "./api.js";
import { TimeChart, shape } from "./chart.js";

const STEPS = 30, PER_DECADE = 5, LOWEST = 0.1; // ms, as the server's HistoryPoint has them
const bound = (step) => LOWEST * 10 ** (step / PER_DECADE);
const milliseconds = (value) => value >= 1000 ? `${short(value / 1000)} s` : `${short(value)} ms`;

export class HeatMap extends TimeChart {
  drawContent() {
    const used = this.points.map((point) => point.heat).filter((heat) => heat.length);
    let high = Math.max(1, ...used.map((heat) => heat.length));
    let low = Math.min(STEPS - 1, ...used.map((heat) => heat.findIndex((count) => count > 0)));
    low = Math.max(0, Math.floor(low / PER_DECADE) * PER_DECADE);
    high = Math.min(STEPS, Math.ceil(high / PER_DECADE) * PER_DECADE);
    if (high <= low) high = low + PER_DECADE;
    const y = (step) => this.bottom - (step - low) / (high - low) * (this.bottom - this.top);
    for (let step = low; step <= high; step += PER_DECADE) {
      this.svg.append(shape("line", { class: "grid", x1: this.left, x2: this.right, y1: y(step), y2: y(step) }));
      this.svg.append(shape("text", { class: "value", x: this.left - 6, y: y(step) + 4 }, milliseconds(bound(step))));
    }
    // What a point has was measured since the one before. At most 160 columns: the points that share one are added up.
    const stride = Math.ceil(this.points.length / 160);
    const columns = [];
    for (let first = 0; first < this.points.length; first += stride) {
      const group = this.points.slice(first, first + stride);
      const sums = new Array(STEPS).fill(0);
      for (const point of group) point.heat.forEach((count, step) => { sums[step] += count; });
      const from = this.points[first - 1]?.time ?? Math.max(this.from, group[0].time - 1);
      columns.push({ from: this.x(from), to: this.x(group.at(-1).time), sums });
    }
    const strongest = Math.log1p(Math.max(1, ...columns.flatMap((column) => column.sums)));
    for (const { from, to, sums } of columns) {
      sums.forEach((count, step) => {
        if (!count || step >= high || to <= from) return;
        const cell = shape("rect", {
          class: "heat", x: from.toFixed(1), y: (y(step + 1) + 0.5).toFixed(1), width: (to - from + 0.3).toFixed(1),
          height: (y(step) - y(step + 1) - 1).toFixed(1),
        });
        cell.style.opacity = (0.12 + 0.88 * Math.log1p(count) / strongest).toFixed(2);
        this.svg.append(cell);
      });
    }
  }

  legendOf(point) {
    const heat = point?.heat ?? [];
    const all = heat.reduce((sum, count) => sum + count, 0);
    if (!all) return [make("span", { textContent: "no requests" })];
    const most = heat.indexOf(Math.max(...heat));
    return [make("span", {}, `${short(all)} requests, most of them `,
      make("b", { textContent: `${milliseconds(bound(most))} to ${milliseconds(bound(most + 1))}` }))];
  }
}
