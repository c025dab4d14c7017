// A line chart as SVG. Points are drawn anew when some are added; there are a few hundred at most.
import { clock, make, short } from "./api.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 220, LEFT = 46, RIGHT = 12, TOP = 12, BOTTOM = 24;

export function shape(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

// A round number at or above a value, so that the axis has readable steps.
export function ceiling(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((step) => step * power).find((step) => step >= value * 0.9999);
}

// Times of the axis, a round number of seconds apart.
export function ticks(from, to, most) {
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400]
    .find((seconds) => (to - from) / seconds <= most) ?? 86400 * Math.ceil((to - from) / 86400 / most);
  const result = [];
  for (let time = Math.ceil(from / step) * step; time <= to; time += step) result.push(time);
  return result;
}

// What the line charts and the heat map have in common: a frame with a time axis, the pointer's time, zooming by
// dragging, and marks where the spec has changed.
export class TimeChart {
  // `time` is shared by all charts: `range` in sight, `at` under the pointer, `marks`, and `changed()` to tell of both.
  constructor(figure, time) {
    Object.assign(this, { figure, time, points: [], from: 0, to: 1 });
    this.svg = shape("svg", { role: "img", tabindex: 0 });
    this.title = figure.querySelector("figcaption").textContent;
    this.legend = make("div", { className: "legend" });
    figure.append(this.svg, this.legend);
    new ResizeObserver(() => this.redraw()).observe(figure);
    this.svg.addEventListener("pointermove", (event) => this.move(event));
    this.svg.addEventListener("pointerdown", (event) => { this.dragFrom = this.timeAt(event); });
    this.svg.addEventListener("pointerup", (event) => this.drop(event));
    this.svg.addEventListener("pointerleave", () => { this.dragFrom = undefined; this.time.point(undefined); });
    this.svg.addEventListener("keydown", (event) => this.step(event));
    this.svg.addEventListener("blur", () => this.time.point(undefined));
  }

  get width() { return Math.max(this.figure.clientWidth - 24, 200); }
  x(time) { return LEFT + (time - this.from) / (this.to - this.from) * (this.width - LEFT - RIGHT); }
  get bottom() { return HEIGHT - BOTTOM; }
  get top() { return TOP; }
  get left() { return LEFT; }
  get right() { return this.width - RIGHT; }

  timeAt(event) {
    const share = (event.clientX - this.svg.getBoundingClientRect().left - LEFT) / (this.width - LEFT - RIGHT);
    return this.from + Math.min(Math.max(share, 0), 1) * (this.to - this.from);
  }

  move(event) {
    const time = this.timeAt(event);
    if (this.dragFrom !== undefined) {
      const [a, b] = [this.dragFrom, time].sort((left, right) => left - right);
      this.selection?.remove();
      this.selection = shape("rect",
        { class: "selection", x: this.x(a), y: TOP, width: this.x(b) - this.x(a), height: this.bottom - TOP });
      this.svg.append(this.selection);
    }
    this.time.point(time);
  }

  drop(event) {
    const [a, b] = [this.dragFrom ?? 0, this.timeAt(event)].sort((left, right) => left - right);
    this.selection?.remove();
    if (this.dragFrom !== undefined && this.x(b) - this.x(a) > 12) this.time.zoom([a, b]);
    this.dragFrom = undefined;
  }

  // The arrows walk from point to point.
  step(event) {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!move || !this.points.length) return;
    event.preventDefault();
    const index = this.nearest(this.time.at ?? this.to);
    this.time.point(this.points[Math.min(Math.max(index + move, 0), this.points.length - 1)].time);
  }

  nearest(time) {
    let best = this.points.length - 1;
    this.points.forEach((point, index) => {
      if (Math.abs(point.time - time) < Math.abs(this.points[best].time - time)) best = index;
    });
    return best;
  }

  draw(all) {
    this.all = all;
    this.redraw();
  }

  redraw() {
    if (!this.all || !this.figure.clientWidth) return;
    const range = this.time.range;
    this.points = range ? this.all.filter((point) => point.time >= range[0] && point.time <= range[1]) : this.all;
    const now = Date.now() / 1000;
    this.from = range?.[0] ?? this.points[0]?.time ?? now - 60;
    this.to = Math.max(range?.[1] ?? this.points.at(-1)?.time ?? now, this.from + 10);
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${HEIGHT}`);
    this.svg.setAttribute("height", HEIGHT);
    this.svg.replaceChildren();
    for (const time of ticks(this.from, this.to, Math.max(2, this.width / 110))) {
      this.svg.append(shape("line", { class: "grid", x1: this.x(time), x2: this.x(time), y1: TOP, y2: this.bottom }));
      this.svg.append(shape("text", { class: "time", x: this.x(time), y: HEIGHT - 8 }, clock(time)));
    }
    this.drawContent();
    for (const mark of this.time.marks) {
      if (mark.time < this.from || mark.time > this.to) continue;
      const line = shape("g", { class: "mark" });
      line.append(shape("line", { x1: this.x(mark.time), x2: this.x(mark.time), y1: TOP, y2: this.bottom }));
      const label = shape("text", { x: this.x(mark.time) + 4, y: TOP + 9 }, mark.label);
      line.append(label, shape("title", {}, mark.title));
      this.svg.append(line);
    }
    this.pointer = shape("line", { class: "pointer", y1: TOP, y2: this.bottom });
    this.svg.append(this.pointer);
    this.describe();
  }

  // Shows the values under the pointer, or the latest.
  describe() {
    if (!this.pointer) return;
    const isPointed = this.time.at !== undefined && this.points.length > 0;
    const point = this.points[isPointed ? this.nearest(this.time.at) : this.points.length - 1];
    this.pointer.setAttribute("visibility", isPointed ? "visible" : "hidden");
    if (isPointed) for (const end of ["x1", "x2"]) this.pointer.setAttribute(end, this.x(point.time));
    const words = this.legendOf(point);
    this.legend.replaceChildren(...words, point ? make("time", { textContent: clock(point.time) }) : "");
    this.svg.setAttribute("aria-label", `${this.title}: ${this.legend.textContent}`);
  }
}

export class LineChart extends TimeChart {
  // `series` are lists of a label, the value of a point, and the colour's class.
  constructor(figure, time, series, { fills = false } = {}) {
    super(figure, time);
    Object.assign(this, { series, fills });
  }

  drawContent() {
    const high = ceiling(Math.max(0, ...this.points.flatMap((point) => this.series.map(([, value]) => value(point) ?? 0))));
    const y = (value) => this.bottom - value / high * (this.bottom - this.top);
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      this.svg.append(shape("line", { class: "grid", x1: this.left, x2: this.right, y1: y(high * part), y2: y(high * part) }));
      this.svg.append(shape("text", { class: "value", x: this.left - 6, y: y(high * part) + 4 }, short(high * part)));
    }
    for (const [, value, colour] of this.series) {
      // A gap stays where nothing was measured.
      let path = "", area = "", start;
      const end = (x) => { if (start !== undefined) area += `L${x} ${this.bottom}L${start} ${this.bottom}Z`; start = undefined; };
      let x = "";
      for (const point of this.points) {
        const here = value(point);
        if (here === null || here === undefined) { end(x); continue; }
        const pen = start === undefined ? "M" : "L";
        x = this.x(point.time).toFixed(1);
        start ??= x;
        path += `${pen}${x} ${y(here).toFixed(1)}`;
        area += `${pen}${x} ${y(here).toFixed(1)}`;
      }
      end(x);
      if (this.fills && area) this.svg.append(shape("path", { class: `area ${colour}`, d: area }));
      if (path) this.svg.append(shape("path", { class: `line ${colour}`, d: path }));
    }
  }

  legendOf(point) {
    return this.series.map(([label, value, colour]) => make("span", { className: colour },
      make("i"), `${label} `, make("b", { textContent: short(point && value(point)) })));
  }
}
