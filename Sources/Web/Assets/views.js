// The tables and lists of the page; each draws what is known when its tab is open.
import { $, clock, make, percent } from "./api.js";
import { Table } from "./table.js";

const fixed = (digits) => (value) => value === null || value === undefined ? "–" : value.toFixed(digits);
const count = (value) => value.toLocaleString("en-US");
const moment = (seconds) => seconds ? clock(seconds) : "–";
export function makeViews(known) {
  // What the spec's `locust.stats` asks for, unless somebody has chosen others; shares of 1.
  let shares = [0.5, 0.95, 0.99];
  let chosen = new Set(shares);
  const columns = () => [
    ["Type", (row) => row.method, "text type"], ["Name", (row) => row.name, "text"],
    ["Requests", (row) => row.requests, "", count], ["Fails", (row) => row.failures, "failures", count],
    ...shares.flatMap((share, index) => chosen.has(share)
      ? [[share === 0.5 ? "Median (ms)" : `${percent(share)}%ile (ms)`, (row) => row.quantiles[index] ?? 0, "", count]] : []),
    ["Average (ms)", (row) => row.average, "", fixed(1)], ["Min (ms)", (row) => row.minimum, "", fixed(1)],
    ["Max (ms)", (row) => row.maximum, "", fixed(1)], ["Size (bytes)", (row) => row.size, "", fixed(0)],
    ["RPS", (row) => row.rps, "", fixed(1)], ["Failures/s", (row) => row.failuresPerSecond, "", fixed(1)],
  ];
  const statistics = new Table($("statistics-table"), columns(), { mark: (row) => row.failures > 0 ? "bad" : "" });
  const choose = (percentiles) => {
    shares = percentiles.columns;
    chosen = new Set(JSON.parse(localStorage.getItem("shares") ?? "null") ?? [0.5, ...percentiles.statistics]);
    $("percentiles").replaceChildren(...shares.map((share) => {
      const box = make("input", { type: "checkbox", checked: chosen.has(share) });
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(share); else chosen.delete(share);
        localStorage.setItem("shares", JSON.stringify([...chosen]));
        statistics.setColumns(columns());
      });
      return make("label", {}, box, ` ${percent(share)}%`);
    }));
    statistics.setColumns(columns());
  };
  const failures = new Table($("failures-table"), [
    ["Failures", (row) => row.occurrences, "", count], ["Type", (row) => row.method, "text type"],
    ["Name", (row) => row.name, "text"], ["Message", (row) => row.error, "text"],
    ["First seen", (row) => row.first, "", moment], ["Last seen", (row) => row.last, "", moment],
  ]);
  const workers = new Table($("workers-table"), [
    ["Worker", (row) => row.id, "text"], ["State", (row) => row.state, "text type"], ["Users", (row) => row.users, "", count],
    ["CPU (%)", (row) => row.cpu, "", fixed(1)], ["Memory (MiB)", (row) => row.memory / 2 ** 20, "", fixed(1)],
    ["Spec", (row) => row.version ?? 0, "", (value) => value ? `v${value}` : "–"],
    ["Silent for (s)", (row) => row.silence, ""],
  ], { mark: (row) => row.state === "missing" || row.cpu > 90 ? "bad" : "" });

  const opened = new Set();
  const views = {
    choose,
    statistics() {
      const wanted = $("filter").value.toLowerCase();
      const all = [...known.rows.values()];
      const total = all.filter((row) => row.name === "Aggregated" && !row.method);
      const rows = all.filter((row) => !total.includes(row) && `${row.method} ${row.name}`.toLowerCase().includes(wanted));
      statistics.draw(rows, total);
      $("rows-shown").textContent = wanted ? `${rows.length} of ${all.length - total.length} rows` : "";
    },
    failures() {
      failures.draw([...known.failures.values()]);
      $("no-failures").hidden = known.failures.size > 0;
    },
    workers() { workers.draw([...known.workers.values()]); },
    exceptions() {
      const list = known.exceptions.map((fault) => {
        const details = make("details", { open: opened.has(fault.traceback) },
          make("summary", {}, make("b", { textContent: `${fault.count} ×` }), ` ${fault.msg}`,
            make("small", { textContent: fault.nodes ? `  on ${fault.nodes}` : "" })),
          make("pre", { textContent: fault.traceback }));
        details.addEventListener("toggle", () => details.open ? opened.add(fault.traceback) : opened.delete(fault.traceback));
        return details;
      });
      $("exceptions-list").replaceChildren(...list.length ? list : [make("p", { className: "empty", textContent: "No exceptions." })]);
    },
    ratio() {
      const list = (nodes) => make("ul", {}, ...Object.entries(nodes ?? {}).sort(([a], [b]) => a < b ? -1 : 1).map(([name, node]) => {
        const bar = make("meter", { min: 0, max: 1, value: node.ratio, ariaLabel: `Share of ${name}` });
        const item = make("li", {}, bar, make("b", { textContent: `${(node.ratio * 100).toFixed(1)} %` }), ` ${name}`);
        if (node.tasks) item.append(list(node.tasks));
        return item;
      }));
      $("ratio-per-class").replaceChildren(list(known.tasks.per_class));
      $("ratio-total").replaceChildren(list(known.tasks.total));
    },
    logs() {
      const wanted = $("log-filter").value.toLowerCase();
      const sources = [["master", known.log], ...known.workerLogs.entries()];
      const choice = $("log-source").value || "master";
      if ($("log-source").options.length !== sources.length) {
        $("log-source").replaceChildren(...sources.map(([name]) => new Option(name, name)));
        $("log-source").value = choice;
      }
      const lines = new Map(sources).get(choice) ?? [];
      const isAtEnd = $("log-lines").scrollHeight - $("log-lines").scrollTop - $("log-lines").clientHeight < 40;
      $("log-lines").replaceChildren(...lines.filter((line) => line.toLowerCase().includes(wanted)).slice(-1000).map((line) => {
        const level = /\/(ERROR|CRITICAL|WARNING)\//.exec(line)?.[1] ?? "";
        return make("div", { className: { ERROR: "error", CRITICAL: "error", WARNING: "warning" }[level] ?? "", textContent: line });
      }));
      if (isAtEnd) $("log-lines").scrollTop = $("log-lines").scrollHeight;
    },
    download() {
      $("runs").replaceChildren(...[...known.runs].reverse().map((run) => make("tr", {}, ...[
        run.number, clock(run.start), run.end ? `${Math.round(run.end - run.start)} s` : "goes on", run.users ?? "by shape",
        run.host ?? "–", count(run.requests), count(run.failures),
      ].map((text) => make("td", { textContent: text })))));
    },
  };
  $("filter").addEventListener("input", views.statistics);
  for (const id of ["log-source", "log-filter"]) $(id).addEventListener("input", views.logs);
  return views;
}
