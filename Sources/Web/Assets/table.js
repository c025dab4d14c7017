// A table that sorts by the column whose heading is pressed. Rows are reused, so a thousand of them redraw quickly.
export class Table {
  // `columns` are lists of heading, key, class and formatter.
  constructor(table, columns) {
    this.table = table;
    this.columns = columns;
    this.order = undefined;
    table.tHead.rows[0].replaceChildren(...columns.map(([heading, , kind], index) => {
      const cell = document.createElement("th");
      cell.scope = "col";
      if (kind === "text") cell.className = "text";
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: heading });
      button.addEventListener("click", () => this.sort(index));
      cell.append(button);
      return cell;
    }));
  }

  sort(index) {
    const descending = this.order?.index === index ? !this.order.descending : this.columns[index][2] !== "text";
    this.order = { index, descending };
    [...this.table.tHead.rows[0].cells].forEach((cell, column) => {
      if (column === index) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
    this.draw(this.rows ?? [], this.totals);
  }

  draw(rows, totals) {
    [this.rows, this.totals] = [rows, totals];
    if (this.order) {
      const key = this.columns[this.order.index][1];
      const sign = this.order.descending ? -1 : 1;
      rows = [...rows].sort((a, b) => sign * (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0));
    }
    this.fill(this.table.tBodies[0], rows);
    if (totals && this.table.tFoot) this.fill(this.table.tFoot, totals);
  }

  fill(body, rows) {
    while (body.rows.length > rows.length) body.deleteRow(-1);
    while (body.rows.length < rows.length) {
      const line = body.insertRow();
      for (const [, , kind] of this.columns) line.insertCell().className = kind ?? "";
    }
    rows.forEach((row, index) => {
      const line = body.rows[index];
      line.className = row.num_failures > 0 ? "bad" : "";
      this.columns.forEach(([, key, , format], column) => {
        const text = String(format ? format(row[key]) : row[key] ?? "");
        if (line.cells[column].textContent !== text) line.cells[column].textContent = text;
      });
    });
  }
}
