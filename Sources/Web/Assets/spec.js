// The spec: its text, edited and linted, compared with the version that runs, and put into use.
import { $, getJSON, make, postJSON, visitor } from "./api.js";
import { difference } from "./diff.js";
import { Editor } from "./editor.js";

const PAUSE = 350; // ms without a key, before lint is asked

export class SpecView {
  constructor(known) {
    this.known = known;
    this.editor = new Editor($("editor"), "Text of the spec");
    this.editor.onChange = () => { this.showState(); this.lintSoon(); };
    $("spec-file").addEventListener("change", () => this.choose($("spec-file").value));
    $("spec-revert").addEventListener("click", () => this.choose(this.path));
    $("spec-apply").addEventListener("click", () => this.apply({ path: this.path, text: this.editor.text }));
    $("spec-disk").addEventListener("click", () => this.apply({ disk: true }));
    $("spec-write").addEventListener("click", () => this.write());
    $("spec-diff").addEventListener("click", () => this.showDifference($("diff").hidden));
    $("editor-text").addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && !$("spec-apply").disabled) {
        event.preventDefault();
        $("spec-apply").click();
      }
    });
  }

  // Called when the view is in sight and something may have changed.
  async draw() {
    const spec = this.known.spec;
    if (!spec) return;
    if (this.texts?.version !== spec.version && !this.isLoading) await this.load();
    this.showState();
    const key = JSON.stringify(spec);
    if (key === this.shownKey) return;
    this.shownKey = key;
    $("spec-versions").replaceChildren(...[...spec.versions].reverse().map((version) => this.versionRow(version)));
    $("spec-fault").hidden = !spec.fault;
    $("spec-fault").textContent = spec.fault ?? "";
  }

  async load() {
    this.isLoading = true;
    const isEdited = this.texts && this.isChanged;
    try {
      const texts = await getJSON("/api/v1/spec");
      this.texts = { ...texts, files: texts.files };
      const paths = Object.keys(texts.files);
      $("spec-file").replaceChildren(...paths.map((path) => new Option(path.split("/").at(-1), path)));
      if (!paths.includes(this.path)) this.path = texts.locustfiles.find((path) => paths.includes(path)) ?? paths[0];
      $("spec-file").value = this.path;
      // What somebody is writing stays, and is compared with the new version from now on.
      if (!isEdited) this.choose(this.path);
    } catch (fault) {
      this.say(`The spec can't be shown: ${fault.message}`, true);
    }
    this.isLoading = false;
  }

  choose(path) {
    this.path = path;
    this.editor.text = this.texts.files[path] ?? "";
    this.say("");
    this.showState();
    this.lint();
  }

  get isChanged() { return this.editor.text !== this.texts?.files[this.path]; }

  showState() {
    const spec = this.known.spec;
    const may = visitor.mayStart && Boolean(spec?.can_swap);
    $("spec-apply").disabled = !may || !this.isChanged;
    $("spec-revert").disabled = !this.isChanged;
    $("spec-disk").hidden = $("spec-write").hidden = !may || !spec?.has_unwritten_texts;
    this.editor.field.readOnly = !may;
    if (!$("diff").hidden) this.showDifference(true);
  }

  lintSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lint(), PAUSE);
  }

  async lint() {
    if (!visitor.mayStart) return;
    const text = this.editor.text;
    const answer = await postJSON("/api/v1/spec/lint", { path: this.path, text });
    if (text !== this.editor.text) return;
    if (!answer.findings) return this.say(answer.message, true);
    this.editor.mark(answer.findings);
    const errors = answer.findings.filter((finding) => finding.severity === "error").length;
    $("lint-summary").textContent = answer.findings.length === 0 ? "Lint finds nothing."
      : `Lint: ${errors} errors, ${answer.findings.length - errors} warnings`;
    $("lint-findings").replaceChildren(...answer.findings.slice(0, 100).map((finding) => {
      const button = make("button", { type: "button", className: `finding ${finding.severity}` },
        make("b", { textContent: `${finding.line}:${finding.column} ${finding.code}` }), ` ${finding.message}`);
      if (finding.hint) button.append(make("small", { textContent: ` ${finding.hint}` }));
      button.addEventListener("click", () => this.editor.goTo(finding.line, finding.column));
      return make("li", {}, button);
    }));
  }

  async apply(wish) {
    this.say("Changing over…");
    $("spec-apply").disabled = true;
    const answer = await postJSON("/api/v1/spec/swap", wish);
    if (answer.success) {
      this.texts = undefined;
      await this.load();
      this.choose(this.path);
      this.say(`Version ${answer.version} is in use.`);
    } else this.say(answer.message, true);
    this.showState();
  }

  async write() {
    const answer = await postJSON("/api/v1/spec/write", {});
    this.say(answer.success ? "The files on disk have these texts now." : answer.message, !answer.success);
  }

  say(text, isFault = false) {
    $("spec-message").textContent = text;
    $("spec-message").classList.toggle("error", isFault);
  }

  async showDifference(isShown, oldText, newText, title) {
    $("diff").hidden = !isShown;
    $("spec-diff").setAttribute("aria-expanded", isShown);
    if (!isShown) return;
    const lines = difference(oldText ?? this.texts?.files[this.path] ?? "", newText ?? this.editor.text);
    $("diff-title").textContent = title ?? "From the running version to the text above";
    const rows = [];
    lines.forEach(([kind, line], index) => {
      // Three lines around a change are enough.
      const isNear = lines.slice(Math.max(0, index - 3), index + 4).some(([near]) => near !== "=");
      if (isNear) rows.push(make("div", { className: { "+": "added", "-": "removed", "=": "" }[kind] },
        make("span", { className: "sign", textContent: kind === "=" ? " " : kind }), line || " "));
      else if (rows.at(-1)?.className !== "skipped") rows.push(make("div", { className: "skipped", textContent: "⋯" }));
    });
    const isSame = lines.every(([kind]) => kind === "=");
    $("diff-lines").replaceChildren(...isSame ? [make("div", { textContent: "No difference." })] : rows);
  }

  versionRow(version) {
    const isPresent = version.number === this.known.spec.version;
    const row = make("tr", { className: isPresent ? "present" : "" });
    const took = version.duration === undefined || version.duration === null
      ? version.number === 1 ? "" : "goes on" : `${Math.round(version.duration * 1000)} ms`;
    for (const text of [`v${version.number}`, new Date(version.time * 1000).toLocaleTimeString([], { hour12: false }),
      version.id, version.cause, version.number === 1 ? "" : version.users, took]) row.append(make("td", { textContent: text }));
    const buttons = make("td", { className: "actions" });
    if (isPresent) buttons.append(make("span", { className: "badge", textContent: "in use" }));
    else {
      const compare = make("button", { type: "button", className: "quiet small", textContent: "Compare", ariaLabel: `Compare with version ${version.number}` });
      compare.addEventListener("click", async () => {
        try {
          const old = await getJSON(`/api/v1/spec/versions/${version.number}`);
          this.showDifference(true, old.files[this.path] ?? "", this.texts.files[this.path],
            `From version ${version.number} to the running version`);
        } catch { this.say(`Version ${version.number} is no longer kept.`, true); }
      });
      buttons.append(compare);
      if (visitor.mayStart) {
        const back = make("button", { type: "button", className: "quiet small", textContent: "Use again", ariaLabel: `Use version ${version.number} again` });
        back.addEventListener("click", () => this.apply({ version: version.number }));
        buttons.append(back);
      }
    }
    row.append(buttons);
    return row;
  }
}
