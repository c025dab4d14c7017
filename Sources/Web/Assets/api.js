// What the page's other files share: asking the server, and making elements.
export const base = document.documentElement.dataset.base;
export const $ = (id) => document.getElementById(id);

// Who looks at the page, and what a change has to carry; filled in by app.js.
export const visitor = { csrfToken: undefined, mayStart: false };

// Names, failures and log lines come from the system under test, so they are only ever set as text.
export function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node && key !== "list") node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

async function send(path, headers, body) {
  if (visitor.csrfToken) headers["X-CSRF-Token"] = visitor.csrfToken;
  const answer = await fetch(base + path, { method: "POST", headers, body });
  if (answer.status === 401) location.assign(`${base}/login`);
  return answer;
}

// Posts a form's fields.
export const post = (path, fields) => send(path, {}, new URLSearchParams(fields ?? []));

// Posts JSON and reads JSON; what went wrong otherwise is a message.
export async function postJSON(path, value) {
  const answer = await send(path, { "Content-Type": "application/json" }, JSON.stringify(value));
  if (answer.ok) return answer.json();
  return { success: false, message: (await answer.text()) || `The server answers ${answer.status}` };
}

export async function getJSON(path) {
  const answer = await fetch(base + path);
  if (answer.status === 401) location.assign(`${base}/login`);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const clock = (seconds) => new Date(seconds * 1000).toLocaleTimeString([], { hour12: false });

// A share as a number of percent: 0.999 is 99.9.
export const percent = (share) => +(share * 100).toFixed(6);

// A number in at most about four characters of digits.
export function short(value) {
  if (value === null || value === undefined) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e6) return `${+(value / 1e6).toPrecision(3)}M`;
  if (size >= 1e4) return `${+(value / 1e3).toPrecision(3)}k`;
  return String(size >= 100 ? Math.round(value) : +value.toPrecision(3));
}
