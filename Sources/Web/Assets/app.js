// The page: what the master sends is kept in `known`, and drawn for the tab that is open.
import { $, base, getJSON, post, short, visitor } from "./api.js";
import { Charts } from "./charts.js";
import { setUpForm, showClasses } from "./form.js";
import { SpecView } from "./spec.js";
import { makeViews } from "./views.js";

const known = {
  rows: new Map(), failures: new Map(), workers: new Map(), workerLogs: new Map(), points: [], exceptions: [], log: [],
  tasks: {}, runs: [], state: "", users: 0,
};
const LOG_LINES = 2000;

const charts = new Charts(known);
const spec = new SpecView(known);
const views = { ...makeViews(known), charts: () => charts.draw(), spec: () => spec.draw() };
const tabs = [...document.querySelectorAll("[role=tab]")];
let view = "statistics";

function open(tab) {
  for (const other of tabs) {
    const selected = other === tab;
    other.setAttribute("aria-selected", selected);
    other.tabIndex = selected ? 0 : -1;
    $(other.getAttribute("aria-controls")).hidden = !selected;
  }
  tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  view = tab.getAttribute("aria-controls");
  history.replaceState(null, "", `#${view}`);
  views[view]();
}
for (const tab of tabs) tab.addEventListener("click", () => open(tab));
$("tabs").addEventListener("keydown", (event) => {
  const at = tabs.indexOf(document.activeElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const tab = tabs[(next + tabs.length) % tabs.length];
  tab.focus();
  open(tab);
});

function summary() {
  const total = known.rows.get("\0Aggregated");
  const runs = known.state === "running" || known.state === "spawning";
  $("state").textContent = known.state;
  document.body.dataset.state = known.state;
  $("users").textContent = known.users.toLocaleString("en-US");
  $("target").textContent = runs && known.target !== known.users ? ` / ${known.target.toLocaleString("en-US")}` : "";
  $("host").textContent = known.host || "–";
  $("workers-count").textContent = known.workers.size;
  $("rps").textContent = short(total?.rps ?? 0);
  const ratio = total?.requests ? total.failures / total.requests * 100 : 0;
  $("fail-ratio").textContent = `${ratio.toFixed(ratio > 0 && ratio < 1 ? 2 : 0)} %`;
  $("fail-ratio").classList.toggle("error", ratio > 0);
  const p95 = total?.quantiles?.[known.setup?.percentiles.columns.indexOf(0.95)];
  $("p95").textContent = p95 === undefined ? "–" : `${short(p95)} ms`;
  $("spec-version").textContent = known.spec ? `v${known.spec.version}` : "–";
  $("stop").hidden = !runs || !visitor.mayStart;
  $("edit").hidden = !visitor.mayStart;
  $("reset").hidden = !visitor.mayStart || !total?.requests;
  $("edit").textContent = runs ? "Edit" : known.state === "ready" ? "Start" : "New test";
  $("edit").disabled = known.state === "stopping" || runs && Boolean(known.setup?.shape);
  document.title = runs ? `${short(total?.rps ?? 0)} RPS · Katydid` : "Katydid";
  const badge = (id, number) => { $(id).textContent = number ? short(number) : ""; };
  badge("failures-badge", known.failures.size);
  badge("exceptions-badge", known.exceptions.length);
}

function take(event) {
  if (event.reset) {
    for (const map of [known.rows, known.failures, known.workers, known.workerLogs]) map.clear();
    Object.assign(known, { points: [], log: [], exceptions: [] });
  }
  for (const [method, name, requests, failures, minimum, maximum, average, size, rps, failuresPerSecond, , , quantiles]
    of event.rows) {
    known.rows.set(`${method}\0${name}`,
      { method, name, requests, failures, minimum, maximum, average, size, rps, failuresPerSecond, quantiles });
  }
  for (const [method, name, error, occurrences, first, last] of event.failures) {
    known.failures.set(`${method}\0${name}\0${error}`, { method, name, error, occurrences, first, last });
  }
  for (const [time, users, rps, failures, average, quantiles, heat] of event.points) {
    known.points.push({ time, users, rps, failures, average, quantiles, heat });
  }
  for (const id of event.gone) known.workers.delete(id);
  for (const [id, state, users, cpu, memory, version, silence] of event.workers) {
    known.workers.set(id, { id, state, users, cpu, memory, version, silence });
  }
  known.log = [...known.log, ...event.log].slice(-LOG_LINES);
  for (const [name, lines] of Object.entries(event.worker_logs)) known.workerLogs.set(name, lines);
  for (const key of ["exceptions", "tasks", "spec", "runs"]) if (event[key]) known[key] = event[key];
  Object.assign(known, { state: event.state, users: event.users, target: event.target, host: event.host });
  if (document.hidden) return;
  summary();
  views[view]();
}
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  summary();
  views[view]();
});

// A stream that breaks is opened anew; its first event begins everything anew. A master that has been started again may
// want another login, and may have another spec.
function listen() {
  const stream = new EventSource(`${base}/api/v1/events`);
  let isLost = false;
  stream.onmessage = (message) => {
    if (isLost) setUp().catch(() => {});
    isLost = false;
    $("offline").hidden = true;
    take(JSON.parse(message.data));
  };
  stream.onerror = async () => {
    isLost = true;
    $("offline").hidden = false;
    if (stream.readyState !== EventSource.CLOSED) return;
    // The master answers, but not with events.
    const answer = await fetch(`${base}/api/v1/setup`).catch(() => undefined);
    if (answer?.status === 401) location.assign(`${base}/login`);
    setTimeout(listen, 2000);
  };
}

$("stop").addEventListener("click", () => post("/stop"));
$("reset").addEventListener("click", () => post("/stats/reset"));
$("logout").addEventListener("click", async () => { await post("/logout"); location.assign(`${base}/login`); });
$("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const now = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});
if (localStorage.getItem("theme")) document.documentElement.dataset.theme = localStorage.getItem("theme");

async function setUp() {
  const setup = known.setup = await getJSON("/api/v1/setup");
  visitor.csrfToken = setup.csrf_token;
  visitor.mayStart = setup.may_start;
  $("locustfile").textContent = setup.locustfile;
  $("version").textContent = setup.version;
  $("visitor").textContent = setup.visitor ? `${setup.visitor}${setup.may_start ? "" : " (may look only)"}` : "";
  $("logout").hidden = !setup.needs_login;
  views.choose(setup.percentiles);
  charts.choose(setup.percentiles);
  setUpForm(setup, known);
}

document.addEventListener("started", () => setUp().catch(() => {}));
document.addEventListener("classes-changed", async () => {
  known.setup = await getJSON("/api/v1/setup");
  showClasses(known.setup);
});
await setUp();
const first = tabs.find((tab) => `#${tab.getAttribute("aria-controls")}` === location.hash);
if (first) open(first);
listen();
