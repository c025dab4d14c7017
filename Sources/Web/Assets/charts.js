// Line charts as SVG: drawn anew from all points when one is added, a few hundred at most.
const SVG = "http://www.w3.org/2000/svg";
const MOST_POINTS = 600;

function element(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}

// A round number at or above the largest value, so that the axis has readable steps.
function ceiling(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= value);
}

// Long runs are thinned: every n-th point is shown.
function thin(points) {
  const step = Math.ceil(points.length / MOST_POINTS);
  return step <= 1 ? points : points.filter((_, index) => index % step === 0 || index === points.length - 1);
}

function clock(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString([], { hour12: false });
}

export class Chart {
  // `series` are pairs of a label and the point's key.
  constructor(figure, series) {
    this.series = series;
    this.svg = element("svg", { viewBox: "0 0 800 220", preserveAspectRatio: "none", role: "img" });
    this.svg.setAttribute("aria-label", figure.querySelector("figcaption").textContent);
    this.legend = document.createElement("div");
    this.legend.className = "legend";
    figure.append(this.svg, this.legend);
    this.points = [];
    this.svg.addEventListener("pointermove", (event) => this.hover(event));
    this.svg.addEventListener("pointerleave", () => { this.at = undefined; this.describe(); });
  }

  draw(all) {
    const points = this.points = thin(all);
    const width = 800, height = 220, left = 46, bottom = 196, top = 8;
    this.svg.replaceChildren();
    const values = points.flatMap((point) => this.series.map(([, key]) => point[key] ?? 0));
    const high = ceiling(Math.max(0, ...values));
    const first = points[0]?.time ?? 0, span = Math.max((points.at(-1)?.time ?? 1) - first, 1);
    const x = (time) => left + (time - first) / span * (width - left - 8);
    const y = (value) => bottom - value / high * (bottom - top);
    for (const part of [0, 0.25, 0.5, 0.75, 1]) {
      this.svg.append(element("line", { class: "grid", x1: left, x2: width, y1: y(high * part), y2: y(high * part) }));
      this.svg.append(element("text", { x: 2, y: y(high * part) + 4 }, +(high * part).toPrecision(3)));
    }
    if (points.length) {
      this.svg.append(element("text", { x: left, y: height - 6 }, clock(first)));
      this.svg.append(element("text", { x: width - 60, y: height - 6 }, clock(points.at(-1).time)));
    }
    this.series.forEach(([, key], index) => {
      // A gap stays where nothing was measured.
      let path = "", pen = "M";
      for (const point of points) {
        if (point[key] === null || point[key] === undefined) { pen = "M"; continue; }
        path += `${pen}${x(point.time).toFixed(1)} ${y(point[key]).toFixed(1)}`;
        pen = "L";
      }
      if (path) this.svg.append(element("path", { class: `series${index}`, d: path }));
    });
    this.describe();
  }

  hover(event) {
    const box = this.svg.getBoundingClientRect();
    const share = ((event.clientX - box.left) / box.width * 800 - 46) / 746;
    this.at = Math.round(share * (this.points.length - 1));
    this.describe();
  }

  // The values under the pointer, or the latest.
  describe() {
    const point = this.points[this.at] ?? this.points.at(-1);
    this.legend.replaceChildren(...this.series.map(([label, key], index) => {
      const span = document.createElement("span");
      span.className = `series${index}`;
      const value = point?.[key];
      span.textContent = `― ${label}: ${value === undefined || value === null ? "–" : +value.toFixed(1)}   `;
      return span;
    }));
    if (point) this.legend.append(clock(point.time));
  }
}
