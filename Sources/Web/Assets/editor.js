// An editor for Python: a text field whose own letters are transparent, above the same text in colours, with line
// numbers and what lint says beside them.
import { make } from "./api.js";
import { coloured } from "./python.js";

export class Editor {
  constructor(place, label) {
    this.gutter = make("div", { className: "gutter", ariaHidden: "true" });
    this.colours = make("pre", { ariaHidden: "true" });
    this.field = make("textarea", {
      id: "editor-text", spellcheck: false, autocapitalize: "off", autocomplete: "off", wrap: "off", ariaLabel: label,
    });
    place.append(this.gutter, make("div", { className: "code" }, this.colours, this.field));
    this.findings = [];
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("scroll", () => {
      this.colours.style.transform = `translate(${-this.field.scrollLeft}px, ${-this.field.scrollTop}px)`;
      this.gutter.scrollTop = this.field.scrollTop;
    });
    this.field.addEventListener("keydown", (event) => this.press(event));
  }

  get text() { return this.field.value; }
  set text(text) {
    this.field.value = text;
    this.findings = [];
    this.paint();
  }

  changed() {
    this.paint();
    this.onChange?.();
  }

  // Tab indents; Escape first lets Tab leave the field, for those without a mouse. Enter keeps the indentation.
  press(event) {
    if (event.key === "Escape") { this.leaves = true; return; }
    const { selectionStart, selectionEnd, value } = this.field;
    const lineStart = value.lastIndexOf("\n", selectionStart - 1) + 1;
    if (event.key === "Tab" && !event.ctrlKey && !event.altKey && !this.leaves) {
      event.preventDefault();
      if (event.shiftKey) {
        const spaces = /^ {1,4}/.exec(value.slice(lineStart))?.[0].length ?? 0;
        if (spaces) this.field.setRangeText("", lineStart, lineStart + spaces, "preserve");
      } else this.field.setRangeText("    ", selectionStart, selectionEnd, "end");
      this.changed();
    } else if (event.key === "Enter" && !event.ctrlKey) {
      event.preventDefault();
      const line = value.slice(lineStart, selectionStart);
      const indent = /^ */.exec(line)[0] + (/:\s*(#.*)?$/.test(line) ? "    " : "");
      this.field.setRangeText(`\n${indent}`, selectionStart, selectionEnd, "end");
      this.changed();
    }
    this.leaves = false;
  }

  // Shows what lint has found in the text as it is.
  mark(findings) {
    this.findings = findings;
    this.paint();
  }

  goTo(line, column) {
    const start = this.text.split("\n").slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
    this.field.focus();
    this.field.setSelectionRange(start, start);
    this.field.scrollTop = Math.max(0, (line - 6) * 20);
  }

  paint() {
    this.colours.replaceChildren(coloured(this.text), "\n");
    const byLine = new Map();
    for (const finding of this.findings) byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding]);
    const lines = this.text.split("\n").length;
    this.gutter.replaceChildren(...Array.from({ length: lines }, (_, index) => {
      const found = byLine.get(index + 1);
      const severity = found?.some((finding) => finding.severity === "error") ? "error" : "warning";
      return make("div", {
        className: found ? severity : "", textContent: index + 1,
        title: found?.map((finding) => `${finding.code}: ${finding.message}`).join("\n") ?? "",
      });
    }));
    this.gutter.scrollTop = this.field.scrollTop;
  }
}
