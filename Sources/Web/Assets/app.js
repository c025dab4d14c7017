// The page: what the master sends is kept in `known`, and drawn for the view that is open.
// Names, failures and log lines come from the system under test, so they are only ever set as text.
import { Chart } from "./charts.js";
import { Table } from "./table.js";
import { setUpForm } from "./form.js";

const base = document.documentElement.dataset.base;
const $ = (id) => document.getElementById(id);
const known = { rows: new Map(), failures: new Map(), points: [], exceptions: [], logs: {}, tasks: {}, workers: [], state: "" };

const fixed = (digits) => (value) => value === null || value === undefined ? "–" : value.toFixed(digits);
const moment = (seconds) => seconds ? new Date(seconds * 1000).toLocaleString() : "–";

const statistics = new Table($("statistics-table"), [
  ["Type", "method", "text"], ["Name", "name", "text"], ["# Requests", "num_requests"],
  ["# Fails", "num_failures", "failures"], ["Median (ms)", "median_response_time", "", fixed(0)],
  ["95%ile (ms)", "response_time_percentile_0.95"], ["99%ile (ms)", "response_time_percentile_0.99"],
  ["Average (ms)", "avg_response_time", "", fixed(1)], ["Min (ms)", "min_response_time", "", fixed(0)],
  ["Max (ms)", "max_response_time", "", fixed(0)], ["Average size (bytes)", "avg_content_length", "", fixed(0)],
  ["Current RPS", "current_rps", "", fixed(1)], ["Current Failures/s", "current_fail_per_sec", "", fixed(1)],
]);
const failures = new Table($("failures-table"), [
  ["# Failures", "occurrences"], ["Method", "method", "text"], ["Name", "name", "text"], ["Message", "error", "text"],
  ["First seen", "first_seen", "", moment], ["Last seen", "last_seen", "", moment],
]);
const workers = new Table($("workers-table"), [
  ["Worker", "id", "text"], ["State", "state", "text"], ["# Users", "user_count"],
  ["CPU (%)", "cpu_usage", "", fixed(1)], ["Memory (MiB)", "memory_usage", "", (bytes) => (bytes / 2 ** 20).toFixed(1)],
]);
const charts = {
  rps: [["RPS", "rps"], ["Failures/s", "failures_per_second"]],
  times: [["50 %", "p50"], ["95 %", "p95"], ["average", "average"]],
  users: [["Users", "user_count"]],
};
for (const figure of document.querySelectorAll("[data-chart]")) {
  charts[figure.dataset.chart] = new Chart(figure, charts[figure.dataset.chart]);
}

// What a view shows is drawn when it is open, and when it is opened.
const views = {
  statistics() {
    const wanted = $("filter").value.toLowerCase();
    const rows = [...known.rows.values()];
    const total = rows.filter((row) => row.name === "Aggregated" && !row.method);
    const others = rows.filter((row) => !total.includes(row)
      && `${row.method} ${row.name}`.toLowerCase().includes(wanted));
    statistics.draw(others, total);
  },
  charts() {
    if ($("pause").checked) return;
    for (const chart of Object.values(charts)) chart.draw(known.points);
  },
  failures() { failures.draw([...known.failures.values()]); },
  workers() { workers.draw(known.workers); },
  exceptions() {
    $("exceptions").replaceChildren(...known.exceptions.map((fault) => {
      const details = document.createElement("details");
      const summary = document.createElement("summary");
      summary.textContent = `${fault.count} × ${fault.msg}${fault.nodes ? ` (${fault.nodes})` : ""}`;
      const trace = document.createElement("pre");
      trace.textContent = fault.traceback;
      details.append(summary, trace);
      return details;
    }));
    if (!known.exceptions.length) $("exceptions").textContent = "No exceptions.";
  },
  ratio() {
    const list = (nodes) => {
      const ul = document.createElement("ul");
      for (const [name, node] of Object.entries(nodes ?? {})) {
        const li = document.createElement("li");
        li.textContent = `${(node.ratio * 100).toFixed(1)} %  ${name}`;
        if (node.tasks) li.append(list(node.tasks));
        ul.append(li);
      }
      return ul;
    };
    const title = (text) => Object.assign(document.createElement("h2"), { textContent: text });
    $("ratio").replaceChildren(
      title("Ratio per user class"), list(known.tasks.per_class), title("Total ratio"), list(known.tasks.total));
  },
  logs() {
    $("logs").replaceChildren(...Object.entries(known.logs).flatMap(([name, lines]) => {
      const heading = Object.assign(document.createElement("h2"), { textContent: name });
      const pre = Object.assign(document.createElement("pre"), { textContent: lines.join("\n") });
      return [heading, pre];
    }));
  },
  download() {},
};
let view = "statistics";
const tabs = [...document.querySelectorAll("[role=tab]")];

function open(tab) {
  for (const other of tabs) {
    const selected = other === tab;
    other.setAttribute("aria-selected", selected);
    other.tabIndex = selected ? 0 : -1;
    $(other.getAttribute("aria-controls")).hidden = !selected;
  }
  view = tab.getAttribute("aria-controls");
  views[view]();
}
for (const tab of tabs) tab.addEventListener("click", () => open(tab));
$("tabs").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
  next.focus();
  open(next);
});
$("filter").addEventListener("input", () => views.statistics());

function summary() {
  const total = known.rows.get("\0Aggregated");
  $("state").textContent = known.state;
  $("users").textContent = known.users;
  $("host").textContent = known.host || "–";
  $("workers-count").textContent = known.workers.length;
  $("rps").textContent = (total?.current_rps ?? 0).toFixed(1);
  const ratio = total?.num_requests ? total.num_failures / total.num_requests * 100 : 0;
  $("fail-ratio").textContent = `${ratio.toFixed(ratio > 0 && ratio < 1 ? 2 : 0)} %`;
  const runs = known.state === "running" || known.state === "spawning";
  $("stop").hidden = !runs || !known.mayStart;
  $("edit").hidden = !known.mayStart;
  $("reset").hidden = !known.mayStart;
  $("edit").textContent = runs ? "Edit" : "New test";
  $("edit").disabled = known.state === "stopping";
  document.title = runs ? `${(total?.current_rps ?? 0).toFixed(0)} RPS · Katydid` : "Katydid";
}

function take(event) {
  if (event.reset) {
    known.rows.clear();
    known.failures.clear();
    known.points = [];
  }
  for (const row of event.rows) known.rows.set(`${row.method ?? ""}\0${row.name}`, row);
  for (const fault of event.failures) known.failures.set(`${fault.method}\0${fault.name}\0${fault.error}`, fault);
  known.points.push(...event.points);
  for (const key of ["exceptions", "logs", "tasks"]) if (event[key]) known[key] = event[key];
  Object.assign(known, { state: event.state, users: event.users, host: event.host, workers: event.workers });
  summary();
  views[view]();
}

// A stream that breaks is opened anew by the browser; the first event then begins everything anew.
function listen() {
  const stream = new EventSource(`${base}/api/v1/events`);
  stream.onmessage = (message) => {
    $("offline").hidden = true;
    take(JSON.parse(message.data));
  };
  stream.onerror = () => {
    $("offline").hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  };
}

async function post(path, fields) {
  const headers = known.csrfToken ? { "X-CSRF-Token": known.csrfToken } : {};
  const answer = await fetch(base + path, { method: "POST", headers, body: new URLSearchParams(fields ?? []) });
  if (answer.status === 401) location.assign(`${base}/login`);
  return answer;
}

$("stop").addEventListener("click", () => post("/stop"));
$("reset").addEventListener("click", () => post("/stats/reset"));
$("logout").addEventListener("click", async () => { await post("/logout"); location.assign(`${base}/login`); });
$("theme").addEventListener("click", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? (dark ? "dark" : "light");
  document.documentElement.dataset.theme = now === "dark" ? "light" : "dark";
  localStorage.setItem("theme", document.documentElement.dataset.theme);
});
if (localStorage.getItem("theme")) document.documentElement.dataset.theme = localStorage.getItem("theme");

const setup = await (await fetch(`${base}/api/v1/setup`)).json();
known.csrfToken = setup.csrf_token;
known.mayStart = setup.may_start;
$("locustfile").textContent = setup.locustfile;
$("version").textContent = setup.version;
$("logout").hidden = !setup.needs_login;
setUpForm(setup, known, post);
listen();
