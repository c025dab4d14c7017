// The charts of a test, which share what is in sight and where the pointer is.
import { $ } from "./api.js";
import { LineChart } from "./chart.js";
import { HeatMap } from "./heatmap.js";

const SHARES = ["50 %", "75 %", "90 %", "95 %", "99 %"];

export class Charts {
  constructor(known) {
    this.known = known;
    this.marks = [];
    const figure = (name) => document.querySelector(`[data-chart=${name}]`);
    this.shown = new Set([0, 3, 4]);
    this.times = new LineChart(figure("times"), this, []);
    this.charts = [
      new LineChart(figure("rps"), this,
        [["requests/s", (point) => point.rps, "c0"], ["failures/s", (point) => point.failures, "c1"]], { fills: true }),
      this.times,
      new HeatMap(figure("heat"), this),
      new LineChart(figure("users"), this, [["users", (point) => point.users, "c2"]], { fills: true }),
    ];
    SHARES.forEach((label, index) => {
      const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: this.shown.has(index) });
      box.addEventListener("change", () => {
        if (box.checked) this.shown.add(index); else this.shown.delete(index);
        this.chooseShares();
        this.draw();
      });
      const item = document.createElement("label");
      item.append(box, ` ${label}`);
      $("chart-shares").append(item);
    });
    this.chooseShares();
    $("zoom-out").addEventListener("click", () => this.zoom(undefined));
    $("pause").addEventListener("click", () => {
      this.paused = this.paused ? undefined : [...this.known.points];
      $("pause").setAttribute("aria-pressed", Boolean(this.paused));
      $("pause").textContent = this.paused ? "Go on" : "Pause";
      this.draw();
    });
  }

  chooseShares() {
    const colours = ["c2", "c5", "c4", "c3", "c1"];
    this.times.series = SHARES.map((label, index) => [label, (point) => point.quantiles[index], colours[index]])
      .filter((_, index) => this.shown.has(index)).concat([["average", (point) => point.average, "dashed"]]);
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
