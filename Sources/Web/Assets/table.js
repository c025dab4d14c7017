// A table that sorts by the column whose heading is pressed. Only the rows in sight are in the document, so that
// thousands of them cost no more than a screenful.
import { make } from "./api.js";

const ROW = 33; // px, as style.css has it
const SPARE = 8; // rows above and below those in sight

export class Table {
  // `columns` are lists of heading, value of a row, kind ("text", "" for numbers) and formatter.
  constructor(table, columns, { key, mark } = {}) {
    this.table = table;
    this.key = key;
    this.mark = mark;
    this.order = undefined;
    this.rows = [];
    this.totals = [];
    this.scroller = table.parentElement;
    this.scroller.addEventListener("scroll", () => this.paint(), { passive: true });
    new ResizeObserver(() => this.paint()).observe(this.scroller);
    this.setColumns(columns);
  }

  setColumns(columns) {
    this.columns = columns;
    this.order = this.order && columns.find((column) => column[0] === this.order.heading) ? this.order : undefined;
    this.table.tHead.rows[0].replaceChildren(...columns.map(([heading, , kind]) => {
      const button = make("button", { type: "button", textContent: heading });
      button.addEventListener("click", () => this.sort(heading));
      return make("th", { scope: "col", className: kind === "text" ? "text" : "" }, button);
    }));
    this.table.tBodies[0].replaceChildren();
    this.table.tFoot?.replaceChildren();
    this.showOrder();
    this.draw(this.rows, this.totals);
  }

  sort(heading) {
    const kind = this.columns.find((column) => column[0] === heading)[2];
    const descending = this.order?.heading === heading ? !this.order.descending : kind !== "text";
    this.order = { heading, descending };
    this.showOrder();
    this.draw(this.rows, this.totals);
  }

  showOrder() {
    [...this.table.tHead.rows[0].cells].forEach((cell, index) => {
      if (this.columns[index][0] !== this.order?.heading) return cell.removeAttribute("aria-sort");
      cell.setAttribute("aria-sort", this.order.descending ? "descending" : "ascending");
    });
  }

  draw(rows, totals = []) {
    [this.rows, this.totals] = [rows, totals];
    this.sorted = rows;
    const column = this.columns.find(([heading]) => heading === this.order?.heading);
    if (column) {
      const sign = this.order.descending ? -1 : 1, value = column[1];
      this.sorted = [...rows].sort((a, b) => {
        const [left, right] = [value(a), value(b)];
        return sign * (left < right ? -1 : left > right ? 1 : 0);
      });
    }
    this.table.setAttribute("aria-rowcount", rows.length + 1 + totals.length);
    this.paint();
    if (this.table.tFoot) this.fill(this.table.tFoot, totals, 0);
  }

  // Puts the rows in sight into the body, between two empty rows as high as those that are not.
  paint() {
    if (!this.sorted || !this.scroller.clientHeight) return;
    const body = this.table.tBodies[0];
    const all = this.sorted.length;
    let first = Math.max(0, Math.floor(this.scroller.scrollTop / ROW) - SPARE);
    const count = Math.ceil(this.scroller.clientHeight / ROW) + 2 * SPARE;
    if (all <= count) first = 0;
    first -= first % 2; // stripes stay where they are
    const shown = this.sorted.slice(first, first + count);
    this.above ??= make("tr", { className: "gap", ariaHidden: "true" });
    this.below ??= make("tr", { className: "gap", ariaHidden: "true" });
    this.above.style.height = `${first * ROW}px`;
    this.below.style.height = `${Math.max(0, all - first - shown.length) * ROW}px`;
    if (this.above.parentElement !== body) body.replaceChildren(this.above, this.below);
    this.fill(body, shown, first);
  }

  fill(body, rows, first) {
    const lines = [...body.rows].filter((line) => !line.classList.contains("gap"));
    while (lines.length > rows.length) lines.pop().remove();
    while (lines.length < rows.length) {
      const line = make("tr");
      for (const [, , kind] of this.columns) line.append(make("td", { className: kind ?? "" }));
      if (body === this.table.tBodies[0] && this.below) body.insertBefore(line, this.below);
      else body.append(line);
      lines.push(line);
    }
    rows.forEach((row, index) => {
      const line = lines[index];
      line.className = this.mark?.(row) ?? "";
      line.setAttribute("aria-rowindex", first + index + 2);
      this.columns.forEach(([, value, kind, format], column) => {
        const text = String(format ? format(value(row)) : value(row) ?? "");
        const cell = line.cells[column];
        if (cell.textContent === text) return;
        cell.textContent = text;
        if (kind === "text") cell.title = text;
      });
    });
  }
}
