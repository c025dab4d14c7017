// Looks at the page as it is shown and returns a list of what would be in somebody's way.
const faults = [];
const visible = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && node.getClientRects().length > 0;
const show = (node) => `<${node.tagName.toLowerCase()}${node.id ? ` id=${node.id}` : ""} class="${node.getAttribute("class") ?? ""}"> ${(node.textContent ?? "").trim().slice(0, 30)}`;

// Names: everything that can be operated says what it is.
const named = (node) => node.getAttribute("aria-label") || node.getAttribute("title") || node.labels?.length
  || (node.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => document.getElementById(id))
  || (["BUTTON", "A", "SUMMARY"].includes(node.tagName) && node.textContent.trim());
for (const node of document.querySelectorAll("button, a[href], input, select, textarea, summary, meter, [tabindex='0'], [role=img]")) {
  if (visible(node) && !named(node)) faults.push(`no name: ${show(node)}`);
}
for (const node of document.querySelectorAll("img:not([alt])")) faults.push(`no alt: ${show(node)}`);
for (const node of document.querySelectorAll("[aria-controls], [aria-labelledby]")) {
  for (const id of `${node.getAttribute("aria-controls") ?? ""} ${node.getAttribute("aria-labelledby") ?? ""}`.split(" ").filter(Boolean)) {
    if (!document.getElementById(id)) faults.push(`refers to nothing: ${show(node)} ${id}`);
  }
}
const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
if (!document.documentElement.lang) faults.push("no language");
if (!document.title) faults.push("no title");
if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
if (!document.querySelector("main")) faults.push("no main");

// Contrast: 4.5 to 1, or 3 to 1 for large text (WCAG 2.2, 1.4.3).
const painter = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  painter.clearRect(0, 0, 1, 1);
  painter.fillStyle = colour;
  painter.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = painter.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
};
const over = (front, back) => front.slice(0, 3).map((value, index) => value * front[3] + back[index] * (1 - front[3]));
const background = (node) => {
  const layers = [];
  for (let at = node; at; at = at.parentElement) {
    const colour = rgba(getComputedStyle(at).backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
};
const luminance = (colour) => {
  const [r, g, b] = colour.map((value) => { const c = value / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const seen = new Set();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || seen.has(node) || !visible(node)) continue;
  seen.add(node);
  // What can't be operated needs no contrast; the editor's own letters are transparent on purpose.
  if (node.closest(":disabled, textarea, option, .unseen, script, style, title, svg title")) continue;
  const style = getComputedStyle(node);
  const back = background(node);
  const front = over(rgba(node instanceof SVGElement ? style.fill : style.color), back);
  const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
  const ratio = (light + 0.05) / (dark + 0.05);
  const size = parseFloat(style.fontSize);
  const needed = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700 ? 3 : 4.5;
  if (ratio < needed) faults.push(`contrast ${ratio.toFixed(2)}: ${show(node)}`);
}
return faults;
