// The charts of a test, which share what is in sight and where the pointer is.
import { $, make, percent } from "./api.js";
import { LineChart } from "./chart.js";
import { HeatMap } from "./heatmap.js";

const COLOURS = ["c2", "c5", "c4", "c3", "c1", "c0"];

export class Charts {
  constructor(known) {
    this.known = known;
    this.marks = [];
    const figure = (name) => document.querySelector(`[data-chart=${name}]`);
    [this.lines, this.shown] = [[], new Set()];
    this.times = new LineChart(figure("times"), this, []);
    this.charts = [
      new LineChart(figure("rps"), this,
        [["requests/s", (point) => point.rps, "c0"], ["failures/s", (point) => point.failures, "c1"]], { fills: true }),
      this.times,
      new HeatMap(figure("heat"), this),
      new LineChart(figure("users"), this, [["users", (point) => point.users, "c2"]], { fills: true }),
    ];
    $("zoom-out").addEventListener("click", () => this.zoom(undefined));
    $("pause").addEventListener("click", () => {
      this.paused = this.paused ? undefined : [...this.known.points];
      $("pause").setAttribute("aria-pressed", Boolean(this.paused));
      $("pause").textContent = this.paused ? "Go on" : "Pause";
      this.draw();
    });
  }

  // Takes the lines that there are, and those to show first, as the spec's `locust.stats` has them.
  choose({ lines, charted }) {
    if (String(lines) === String(this.lines)) return;
    [this.lines, this.shown] = [lines, new Set(charted)];
    $("chart-shares").replaceChildren(...lines.map((share) => {
      const box = make("input", { type: "checkbox", checked: this.shown.has(share) });
      box.addEventListener("change", () => {
        if (box.checked) this.shown.add(share); else this.shown.delete(share);
        this.chooseShares();
        this.draw();
      });
      return make("label", {}, box, ` ${percent(share)} %`);
    }));
    this.chooseShares();
  }

  chooseShares() {
    this.times.series = this.lines.map((share, index) =>
      [`${percent(share)} %`, (point) => point.quantiles[index], COLOURS[index % COLOURS.length], share])
      .filter(([, , , share]) => this.shown.has(share)).concat([["average", (point) => point.average, "dashed"]]);
  }

  draw() {
    this.marks = (this.known.spec?.versions ?? []).filter((version) => version.number > 1).map((version) => ({
      time: version.time, label: `v${version.number}`, title: `Version ${version.number} of the spec, by ${version.cause}`,
    }));
    for (const chart of this.charts) chart.draw(this.paused ?? this.known.points);
  }

  point(time) {
    this.at = time;
    for (const chart of this.charts) chart.describe();
  }

  zoom(range) {
    this.range = range;
    $("zoom-out").hidden = !range;
    for (const chart of this.charts) chart.redraw();
  }
}
