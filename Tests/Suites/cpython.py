"""Measures the language by CPython's own tests, run under `katydid exec` with Katydid's `unittest`.

    python3 Tests/Suites/cpython.py [-v] [--write FILE] [--least PERCENT] [TEST ...]

The tests come from Debian's package libpython3.11-testsuite: the installed one, or else one that is downloaded and
unpacked under .build. None of their text is part of this project. What they take from `test.support` is in
`stand_ins`. A test that uses what a spec can't (`eval`, `pickle`, `async def` …) counts as refused.
"""
import argparse
import ast
import collections
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from cpython_tests import QUICK, TESTS

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KATYDID = os.environ.get("KATYDID", str(ROOT / ".build/release/katydid"))
# How long one test may take before it counts as failed.
SECONDS = 30
# The status when the tests can't be had.
UNAVAILABLE = 77
# Modules that a spec doesn't have, and what stands for them.
STAND_INS = {"pickle": "suite_pickle", "tempfile": "suite_tempfile", "unittest.mock": "suite_mock"}
# Modules that implement another once more.
OTHERS = {"_pyio": "io"}
DIAGNOSTIC = re.compile(r"^(?:.*/)?([\w./]+\.py):(\d+):\d+: error: (.*)$")


def suite_folder():
    """The folder of CPython's tests."""
    for folder in (os.environ.get("CPYTHON_TESTS"), "/usr/lib/python3.11/test"):
        if folder and (pathlib.Path(folder) / "test_dict.py").exists():
            return pathlib.Path(folder)
    cache = ROOT / ".build" / "cpython-tests"
    folder = cache / "usr/lib/python3.11/test"
    if not (folder / "test_dict.py").exists():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "libpython3.11-testsuite"], cwd=cache,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        package = next(cache.glob("*.deb"), None)
        if package is None:
            print("no package libpython3.11-testsuite: not a Debian 12, or out of reach")
            sys.exit(UNAVAILABLE)
        subprocess.run(["dpkg-deb", "-x", package.name, "."], cwd=cache, check=True)
    return folder


def imports(tree):
    """The dotted names of all modules that a tree imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


class Workshop:
    """The folder in which the tests are prepared."""

    def __init__(self, suite, folder):
        self.suite, self.folder = suite, folder
        shutil.copytree(HERE / "stand_ins", folder, dirs_exist_ok=True)
        self.available = {}
        self.named = set()

    def is_available(self, module, name=None):
        """Whether a spec can import a module, or a name from it."""
        statement = f"import {module}" if name is None else f"from {module} import {name}"
        if statement not in self.available:
            done = subprocess.run(
                [KATYDID, "exec", "-c", statement], cwd=self.folder, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.available[statement] = done.returncode == 0
        return self.available[statement]

    def file_of(self, module):
        """The file of a module of the suite, some of which come with Python itself; None when there is none."""
        for place in (self.suite.parent, pathlib.Path("/usr/lib/python3.11")):
            for path in (place / (module.replace(".", "/") + ".py"), place / module.replace(".", "/") / "__init__.py"):
                if path.exists():
                    return path
        return None

    def bring(self, module):
        """Copies a test module and what it needs of the suite."""
        path = self.file_of(module)
        target = path and self.folder / path.relative_to(path.parents[len(module.split(".")) - 1 + (
            path.name == "__init__.py")])
        if path is None or target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        try:
            tree = ast.parse(text)
        except SyntaxError:
            # Some of them are faulty on purpose.
            return
        self.named.update(re.findall(r"import_(?:fresh_)?module\(\s*['\"]([\w.]+)", text))
        target.write_text(self.prepared(text, tree, target), encoding="utf-8", errors="surrogateescape")
        for name in re.findall(r"['\"]([\w.-]+\.(?:txt|json))['\"]", text):
            if (path.parent / name).is_file():
                shutil.copy(path.parent / name, target.parent / name)
        # What `test.support.findfile` is asked for.
        for name in re.findall(r"findfile\(['\"]([\w.-]+)['\"]\)", text):
            if (self.suite / name).is_file():
                shutil.copy(self.suite / name, self.folder / "test" / name)
        for name in re.findall(r"findfile\([^()]*subdir=['\"](\w+)['\"]", text):
            shutil.copytree(self.suite / name, self.folder / "test" / name, dirs_exist_ok=True)
        for name in imports(tree):
            if name.startswith("test.") and not name.startswith("test.support"):
                parts = name.split(".")
                for count in range(2, len(parts) + 1):
                    self.bring(".".join(parts[:count]))
        self.stub_refused(target)

    def finish(self, modules):
        """Writes what imports the modules that tests ask for by name, and a script for each test module."""
        lines = []
        self.named.update(["json.decoder", "json.encoder", "json.scanner"])
        for name in sorted(self.named, reverse=True):
            if not name.startswith("test") and self.is_available(name):
                lines.append(f"import {name} as module\nMODULES[{name!r}] = module")
        (self.folder / "suite_modules.py").write_text("MODULES = {}\n" + "\n".join(lines) + "\n")
        for module in modules:
            (self.folder / f"run_{module}.py").write_text(
                "import suite_driver\nimport suite_private\nimport unittest\n"
                f"suite_private.fill({module!r})\n"
                f"try:\n    import {module} as module\n"
                "except unittest.SkipTest as reason:\n    suite_driver.tell('MODULE', 'skipped', reason)\n"
                "else:\n    suite_driver.run(module)\n")

    def prepared(self, text, tree, target):
        """The text with imports of what a spec can't import taken from the stand-ins."""
        lines = text.split("\n")
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names = [(alias.name, alias.asname or alias.name.split(".")[0]) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                # A name of the package `test` is a module.
                names = [
                    (f"test.{alias.name}" if node.module == "test" else node.module, alias.asname or alias.name)
                    for alias in node.names
                ]
            else:
                continue
            if any(name == "*" for _, name in names):
                continue
            indent = " " * node.col_offset
            if replaced := stand_in(node):
                lines[node.lineno - 1] = indent + replaced
                continue
            missing = [(module, name) for module, name in names if self.is_missing(module)]
            present = []
            if isinstance(node, ast.ImportFrom) and node.module == "test":
                present = [alias for alias in node.names if not self.is_missing(f"test.{alias.name}")]
            elif isinstance(node, ast.ImportFrom) and node.module.split(".")[0] not in ("test", "__future__"):
                if not self.is_missing(node.module):
                    for alias in node.names:
                        if self.is_available(node.module, alias.name):
                            present.append(alias)
                        else:
                            missing.append((f"{node.module}.{alias.name}", alias.asname or alias.name))
            if not missing:
                continue
            kept = [
                f"import {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
                for alias in node.names if isinstance(node, ast.Import) and not self.is_missing(alias.name)
            ] + [
                f"from {node.module} import {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
                for alias in present
            ]
            called = {module: f"the other implementation of {OTHERS[module]}" for module, _ in missing if module in OTHERS}
            stand_ins = [f"{name} = _Missing({called.get(module, module)!r})" for module, name in missing]
            lines[node.lineno - 1] = indent + "; ".join(
                ["from suite_stand_ins import Missing as _Missing"] + kept + stand_ins)
            for number in range(node.lineno, node.end_lineno):
                lines[number] = ""
        return "\n".join(lines)

    def is_missing(self, module):
        parts = module.split(".")
        if parts[0] == "test" and len(parts) > 1 and parts[1] != "support":
            return self.file_of(module) is None and not (self.suite.parent / "/".join(parts)).is_dir()
        if parts[0] in ("test", "__future__", "unittest") and module != "unittest.mock":
            return False
        return not self.is_available(module)

    def stub_refused(self, target):
        """Replaces functions that katydid refuses to read by ones that skip their test."""
        for _ in range(12):
            text = target.read_text(encoding="utf-8", errors="surrogateescape")
            # The last line is always refused, so that nothing is run.
            probe = target.with_name("probe_" + target.name)
            probe.write_text(text + "\nasync def probe(): pass\n", encoding="utf-8", errors="surrogateescape")
            done = subprocess.run([KATYDID, "exec", str(probe)], cwd=self.folder, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
            probe.unlink()
            last = text.count("\n") + 2
            faults = {}
            for line in done.stdout.decode(errors="replace").split("\n"):
                match = DIAGNOSTIC.match(line)
                if match and int(match[2]) < last:
                    faults[int(match[2])] = match[3]
            if not faults:
                return
            target.write_text(stubbed(text, faults), encoding="utf-8", errors="surrogateescape")


def stand_in(node):
    """An import of what has a stand-in, with that in its place; None for other imports."""
    if isinstance(node, ast.Import) and len(node.names) == 1 and node.names[0].name in STAND_INS:
        name, alias = node.names[0].name, node.names[0].asname
        new = STAND_INS[name]
        if "." in name and not alias:
            return f"import {name.split('.')[0]}, {new}; {name} = {new}"
        return f"import {new} as {alias or name}"
    if isinstance(node, ast.ImportFrom) and node.module in STAND_INS:
        names = ", ".join(alias.name + (f" as {alias.asname}" if alias.asname else "") for alias in node.names)
        return f"from {STAND_INS[node.module]} import {names}"
    if isinstance(node, ast.ImportFrom) and node.module == "unittest" and [a.name for a in node.names] == ["mock"]:
        return f"import suite_mock as {node.names[0].asname or 'mock'}"
    return None


def stubbed(text, faults):
    """The text with each function that has a fault replaced by one that skips; other statements by `pass`."""
    lines = text.split("\n")
    for node in blocks(ast.parse(text)):
        inside = [faults[line] for line in faults if node.lineno <= line <= node.end_lineno]
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno] + [d.lineno for d in decorators])
        if not inside:
            inside = [faults[line] for line in faults if first <= line <= node.end_lineno]
        if not inside:
            continue
        indent = " " * node.col_offset
        reason = re.sub(r"[^\w' ()*.-]", "", inside[0])[:80]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            new = (f"{indent}def {node.name}(*args, **kwargs): "
                   f"import suite_stand_ins; return suite_stand_ins.refuse({'refused: ' + reason!r})")
        elif isinstance(node, ast.Assign) and all(isinstance(name, ast.Name) for name in node.targets):
            names = " = ".join(name.id for name in node.targets)
            new = f"{indent}import suite_stand_ins; {names} = suite_stand_ins.Missing({reason!r})"
        else:
            new = indent + "pass"
        lines[first - 1] = new
        for number in range(first, node.end_lineno):
            lines[number] = ""
    return "\n".join(lines)


def blocks(tree):
    """The functions and other statements of a module and its classes, outermost first."""
    pending = list(tree.body)
    while pending:
        node = pending.pop(0)
        if isinstance(node, ast.ClassDef):
            pending[:0] = node.body
        elif isinstance(node, (ast.If, ast.Try, ast.With)):
            pending[:0] = node.body + [s for h in getattr(node, "handlers", []) for s in h.body] + getattr(
                node, "orelse", []) + getattr(node, "finalbody", [])
        else:
            yield node


def run_module(folder, module):
    """The outcome of each test of a module: {id: (kind, reason)}, and tracebacks."""
    outcomes, traces = {}, []
    for _ in range(8):
        command = [KATYDID, "exec", f"run_{module}.py"] + sorted(outcomes)
        try:
            done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=SECONDS + 10 * len(outcomes) // 100)
            output, ended = done.stdout, f"status {done.returncode}"
        except subprocess.TimeoutExpired as late:
            output, ended = late.stdout or b"", f"more than {SECONDS} s"
        running = None
        finished = False
        for line in output.decode(errors="replace").split("\n"):
            fields = line.split("\t")
            if fields[0] == "START":
                running = fields[1]
            elif fields[0] == "END":
                outcomes[fields[2]] = (fields[1], fields[3] if len(fields) > 3 else "")
                running = None
            elif fields[0] == "TRACE":
                traces.append(f"{running}: " + fields[1].replace("\\n", "\n    "))
            elif fields[0] == "MODULE":
                return {module: (fields[1], fields[2])}, traces
            elif fields[0] == "DONE":
                finished = True
        if finished:
            return outcomes, traces
        if running is None:
            tail = output.decode(errors="replace").strip().split("\n")[-1:]
            refused = tail and "not supported in a spec" in tail[0]
            outcomes[module] = ("refused" if refused else "failed", f"does not load: {tail[0][:300] if tail else ended}")
            traces.append(output.decode(errors="replace")[-3000:])
            return outcomes, traces
        outcomes[running] = ("failed", ended)
    return outcomes, traces


def reason_of(text):
    """What a refusal or skip is put down to in the table."""
    for word, reason in (
        ("async", "async"), ("complex", "complex numbers"), ("imaginary", "complex numbers"), ("pickl", "pickle"),
        ("eval()", "eval"), ("exec()", "exec"), ("compile()", "compile"), ("subprocess", "subprocesses"),
        ("except*", "exception groups"), ("CPython's own", "CPython's insides"), ("_testcapi", "CPython's C interface"),
        ("ctypes", "CPython's C interface"), ("del__", "`__del__`"), ("resource", "long tests"), ("doctest", "doctest"),
        ("docstrings", "docstrings of built-ins"), ("locale", "locales"), ("ast", "ast"), ("mock", "mock"),
        ("asyncio", "async"), ("implementation: ", "CPython's insides"), ("the other", "one implementation"),
    ):
        if word in text:
            return reason
    return re.sub(r"^refused: ", "", text)[:40]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("--write")
    parser.add_argument("--least", type=float)
    parser.add_argument("--quick", action="store_true", help="the part that `make test` runs")
    parser.add_argument("--keep", help="prepare the tests in this folder and keep it")
    parser.add_argument("tests", nargs="*")
    options = parser.parse_args()
    suite = suite_folder()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        workshop = Workshop(suite, folder)
        modules = ["test." + test.replace("/", ".") for test in options.tests or (QUICK if options.quick else TESTS)]
        for module in modules:
            workshop.bring(module)
        workshop.finish(modules)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            results = list(zip(modules, pool.map(lambda module: run_module(folder, module), modules)))
    report(results, options)


def report(results, options):
    total = collections.Counter()
    rows = []
    for module, (outcomes, traces) in results:
        counts = collections.Counter(kind for kind, _ in outcomes.values())
        total += counts
        why = collections.Counter(
            reason_of(reason) for kind, reason in outcomes.values() if kind in ("refused", "skipped"))
        rows.append((module.removeprefix("test."), counts, why, outcomes))
        if options.verbose:
            for trace in traces:
                print(trace)
    lines = ["| test | passed | failed | refused | skipped | refused or skipped because of |", "|---|---|---|---|---|---|"]
    for name, counts, why, _ in rows:
        reasons = ", ".join(f"{reason} {count}" for reason, count in why.most_common(5))
        lines.append(
            f"| {name} | {counts['passed']} | {counts['failed']} | {counts['refused']} | {counts['skipped']} | {reasons} |")
    rate = 100 * total["passed"] / max(1, total["passed"] + total["failed"])
    summary = (f"{total['passed']} passed, {total['failed']} failed, {total['refused']} refused, "
               f"{total['skipped']} skipped: {rate:.1f} % of those that say something pass")
    for name, counts, _, outcomes in rows:
        for test, (kind, reason) in outcomes.items():
            if kind == "failed":
                print(f"failed: {test}: {reason}")
    print("\n".join(lines))
    print(summary)
    if options.write:
        write(options.write, lines, summary, rows)
    if options.least is not None and rate < options.least:
        sys.exit(f"less than {options.least} %")


def write(path, lines, summary, rows):
    """Puts the table and the failures into a document, between its markers."""
    failures = ["| test | what happens |", "|---|---|"]
    for name, _, _, outcomes in rows:
        for test, (kind, reason) in outcomes.items():
            if kind == "failed":
                # Where the tests were unpacked says nothing.
                text = re.sub(r"/tmp/\w+/", "", reason).replace("|", "\\|").replace("`", "'")[:160]
                failures.append(f"| {test.removeprefix('test.')} | `{text}` |")
    document = pathlib.Path(path)
    text = document.read_text()
    for marker, content in (("table", lines), ("summary", [summary + "."]), ("failures", failures)):
        text = re.sub(
            f"(<!-- {marker} -->\n).*?(<!-- end -->)", lambda m: m[1] + "\n".join(content) + "\n" + m[2], text,
            flags=re.S)
    document.write_text(text)


main()
