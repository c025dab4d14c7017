"""Drives the web page in a real browser, from the login to the report, and looks at what a visitor would notice.

usage: journey.py KATYDID [--pictures FOLDER] [--without-swap]

Status 0 when all is well; faults are printed, pictures are kept.
"""

import argparse
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from webdriver import Browser, Fault  # noqa: E402

SPEC = '''import logging

from locust import HttpUser, constant, task


class Shopper(HttpUser):
    """Looks at the shop."""

    weight = 9
    wait_time = constant(0.2)

    @task(3)
    def home(self):
        self.client.get("/index.html?ok=home", name="home")

    @task
    def search(self):
        self.client.get("/delay/0.02", name="search")

    @task
    def missing(self):
        self.client.get("/status/404", name="missing")


class Stranger(HttpUser):
    wait_time = constant(1)

    @task
    def strange(self):
        with self.client.get("/json", name="<script>alert(1)</script>", catch_response=True) as response:
            response.failure("<img src=x onerror=alert(2)>")
        logging.error("<img src=y onerror=alert(3)>")
        raise ValueError("<img src=z onerror=alert(4)>")
'''
MORE = '''
    @task(2)
    def basket(self):
        self.client.get("/index.html?ok=basket", name="basket")
'''
ROOT = pathlib.Path(__file__).resolve().parents[2]
MANY = ROOT / "Benchmarks/specs/many_names.py"
TABS = ["statistics", "charts", "failures", "exceptions", "spec", "ratio", "workers", "logs", "download"]


class Program:
    """A process that says on some line where it listens."""

    def __init__(self, words, folder, pattern):
        self.lines = []
        self.process = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.address = None
        for line in self.process.stdout:
            self.lines.append(line)
            found = re.search(pattern, line)
            if found:
                self.address = found.group(1)
                break
        if not self.address:
            raise Fault("".join(self.lines))
        self.log = tempfile.TemporaryFile()
        # Nobody reads on; what it writes must not fill the pipe.
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=self.log)

    def end(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Fault("the program doesn't end") from None
        finally:
            self.drain.wait()
        return self.process.returncode


class Journey:
    def __init__(self, katydid, pictures, swaps):
        self.katydid, self.pictures, self.swaps = katydid, pictures, swaps
        self.faults = []
        pictures.mkdir(parents=True, exist_ok=True)

    def check(self, holds, text):
        if not holds:
            self.faults.append(text)
            print("FAULT", text, flush=True)

    def master(self, folder, target, *words):
        return Program([self.katydid, "-f", "locustfile.py", "--host", target, *words], folder,
                       r"web interface at (https?://[^ ,\n]+)")

    def quiet(self, browser, address, allowed=()):
        """Nothing on the console, nothing asked of others."""
        for entry in browser.console():
            if not any(part in entry["message"] for part in allowed):
                self.check(False, f"console: {entry['message']}")
        for url in browser.requests():
            self.check(url.startswith((address, "data:", "chrome", "blob:")), f"a request elsewhere: {url}")

    def accessible(self, browser, where):
        script = (pathlib.Path(__file__).parent / "accessibility.js").read_text()
        for fault in browser.run(script):
            self.check(False, f"accessibility, {where}: {fault}")

    def tab(self, browser, name):
        browser.click(f"[aria-controls={name}]")

    def set_text(self, browser, text):
        browser.run("const field = document.getElementById('editor-text'); field.value = arguments[0];"
                    "field.dispatchEvent(new Event('input', { bubbles: true }))", text)

    def run(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "locustfile.py").write_text(SPEC)
            hashed = subprocess.run(["openssl", "passwd", "-6", "grasshopper"], capture_output=True, text=True).stdout
            (folder / "users").write_text(f"ann:{hashed}bob:{hashed}")
            target = Program([self.katydid, "demo-target", "--port", "0"], folder, r"listening on (\S+)")
            try:
                self.whole(folder, target.address)
                self.restart(folder, target.address)
                self.many_rows(folder, target.address)
                self.many_workers(folder, target.address)
            finally:
                target.process.terminate()
                target.process.wait()
                target.drain.wait()
        return self.faults

    def whole(self, folder, target):
        master = self.master(folder, target, "--web-host", "0.0.0.0", "--web-port", "0", "--htpasswd", "users",
                             "--web-viewers", "bob")
        address = master.address.replace("0.0.0.0", "127.0.0.1")
        try:
            with Browser(downloads=folder) as browser:
                self.log_in(browser, address)
                self.start(browser)
                self.charts(browser)
                self.lint(browser)
                if self.swaps:
                    self.swap(browser, folder)
                self.tour(browser)
                self.stop(browser, address, folder)
                # A page whose login has failed answers 401, which browsers tell the console.
                self.quiet(browser, address, allowed=["/login - Failed to load resource: the server responded with a status of 401"])
        finally:
            status = master.end()
        self.check(status == 1, f"exit status {status} where requests have failed")

    def log_in(self, browser, address):
        browser.colours("light")
        browser.open(address + "/")
        self.check(browser.run("return location.pathname") == "/login", "no login page")
        self.accessible(browser, "login")
        browser.picture(self.pictures / "login.png")
        browser.type("#username", "ann")
        browser.type("#password", "wrong")
        browser.click("button[type=submit]")
        browser.wait_text(".error", "Wrong name or password")
        self.look_only(browser)
        browser.type("#username", "ann")
        browser.type("#password", "grasshopper")
        browser.click("button[type=submit]")
        browser.wait_text("#state", "ready")

    def look_only(self, browser):
        """A viewer sees everything and can change nothing."""
        browser.type("#username", "bob")
        browser.type("#password", "grasshopper")
        browser.click("button[type=submit]")
        browser.wait_text("#visitor", "bob (may look only)")
        browser.wait_text("#state", "ready")
        self.check(browser.run("return document.getElementById('edit').hidden"), "a viewer is shown how to start a test")
        self.tab(browser, "spec")
        browser.wait("return document.getElementById('editor-text').value.includes('class Shopper')")
        self.check(browser.run("return document.getElementById('editor-text').readOnly"), "a viewer can edit the spec")
        browser.click("#logout")
        browser.wait("return location.pathname === '/login'")

    def start(self, browser):
        browser.click("#edit")
        browser.wait("return document.getElementById('start').open")
        self.accessible(browser, "start form")
        browser.picture(self.pictures / "start.png")
        self.settings(browser)
        browser.type("#user_count", "0.5")
        browser.type("#spawn_rate", "20")
        browser.click("#start-submit")
        self.check(browser.run("return document.getElementById('start').open"), "half a user is accepted")
        browser.type("#user_count", "20")
        browser.click("#start-submit")
        browser.wait_text("#state", "running")
        browser.wait_text("#statistics-table tbody", "home")
        browser.click("#edit")
        browser.type("#user_count", "30")
        browser.click("#start-submit")
        browser.wait_text("#users", "30")

    def settings(self, browser):
        """What a user class is set to before a test, without a change of the spec."""
        browser.click("[aria-label='Settings of Shopper']")
        browser.wait("return document.getElementById('class-dialog').open")
        self.accessible(browser, "settings of a class")
        browser.picture(self.pictures / "class.png")
        self.check(browser.run("return document.getElementById('class-weight').value") == "9", "another weight is shown")
        browser.type("#class-weight", "8")
        browser.click("#class-form button[type=submit]")
        browser.wait("return !document.getElementById('class-dialog').open")
        browser.click("[aria-label='Settings of Shopper']")
        browser.wait("return document.getElementById('class-dialog').open")
        browser.wait("return document.getElementById('class-weight').value === '8'", what="the new weight")
        browser.click("#class-cancel")
        self.check(browser.run("return document.getElementById('start').open"), "the start form is gone")

    def charts(self, browser):
        self.tab(browser, "charts")
        path = "return document.querySelector('[data-chart=rps] path.line')?.getAttribute('d')"
        first = browser.wait(path)
        browser.wait(f"const now = (() => {{ {path} }})(); return now && now !== arguments[0]", first, what="a chart that moves")
        browser.wait("return document.querySelectorAll('[data-chart=heat] rect.heat').length > 3", what="the heat map")
        browser.run("const svg = document.querySelector('[data-chart=rps] svg'); const box = svg.getBoundingClientRect();"
                    "svg.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + box.width / 2, clientY: box.top + 40 }))")
        self.check(browser.run("return document.querySelectorAll('line.pointer[visibility=visible]').length") == 4,
                   "the pointer shows in all charts")

    def lint(self, browser):
        self.tab(browser, "spec")
        browser.wait("return document.getElementById('editor-text').value.includes('class Shopper')")
        self.set_text(browser, "import os\n" + SPEC.replace("def home(self):", "def home(self)"))
        browser.wait("return document.querySelectorAll('.gutter .error').length > 0", what="a lint error in the margin")
        browser.picture(self.pictures / "lint.png")
        self.accessible(browser, "lint error")
        self.set_text(browser, SPEC.replace("\n\nclass Stranger", MORE + "\n\nclass Stranger"))
        browser.wait("return document.querySelectorAll('.gutter .error').length === 0", what="lint without an error")
        browser.click("#spec-diff")
        self.check("def basket" in browser.text("#diff-lines .added:nth-of-type(1), #diff-lines"), "no difference is shown")
        self.accessible(browser, "difference")
        browser.picture(self.pictures / "difference.png")
        browser.click("#spec-diff")

    def swap(self, browser, folder):
        browser.click("#spec-apply")
        browser.wait_text("#spec-message", "Version 2 is in use")
        browser.wait_text("#spec-version", "v2")
        self.check((folder / "locustfile.py").read_text() == SPEC, "the file on disk has changed without being asked for")
        self.tab(browser, "statistics")
        browser.wait_text("#statistics-table tbody", "basket")
        self.tab(browser, "charts")
        browser.wait_text("[data-chart=rps] .mark", "v2")
        time.sleep(4)
        browser.picture(self.pictures / "charts.png")
        self.tab(browser, "spec")
        browser.click("[aria-label='Use version 1 again']")
        browser.wait_text("#spec-version", "v3")
        browser.wait("return document.getElementById('editor-text').value.indexOf('basket') < 0")
        browser.click("[aria-label='Use version 2 again']")
        browser.wait_text("#spec-version", "v4")
        browser.click("#spec-write")
        browser.wait_text("#spec-message", "on disk")
        self.check("basket" in (folder / "locustfile.py").read_text(), "the text was not written")

    def tour(self, browser):
        """Every tab in both colours and at a phone's width."""
        for scheme in ("light", "dark"):
            browser.colours(scheme)
            for name in TABS:
                self.tab(browser, name)
                time.sleep(0.3)
                self.accessible(browser, f"{name}, {scheme}")
                browser.picture(self.pictures / f"{name}-{scheme}.png")
        self.hostile(browser)
        browser.resize(400, 800)
        for name in TABS:
            self.tab(browser, name)
            time.sleep(0.3)
            width = browser.run("return document.documentElement.scrollWidth")
            self.check(width <= 400, f"{name} is {width} px wide on a screen of 400")
            browser.picture(self.pictures / f"{name}-narrow.png")
        browser.resize(1280, 900)
        self.tab(browser, "statistics")
        self.focus_order(browser)

    def hostile(self, browser):
        """What comes from the system under test is text, whatever it looks like."""
        for tab, place, text in [("failures", "#failures-table", "<img src=x onerror=alert(2)>"),
                                 ("exceptions", "#exceptions", "<img src=z onerror=alert(4)>"),
                                 ("statistics", "#statistics-table", "<script>alert(1)</script>")]:
            self.tab(browser, tab)
            browser.wait_text(place, text)
        self.tab(browser, "logs")
        browser.wait("""
            const source = document.getElementById('log-source');
            return [...source.options].some((option) => {
              source.value = option.value;
              source.dispatchEvent(new Event('input'));
              return document.getElementById('log-lines').textContent.includes(arguments[0]);
            });""", "<img src=y onerror=alert(3)>", what="a worker's log")
        self.check(browser.run("return document.querySelectorAll('main img, main script').length") == 0,
                   "a hostile text has become an element")

    def focus_order(self, browser):
        browser.run("document.activeElement?.blur(); window.scrollTo(0, 0)")
        order = []
        for _ in range(14):
            browser.press("Tab")
            order.append(browser.run(
                "const node = document.activeElement; const all = [...document.querySelectorAll('*')];"
                "const style = getComputedStyle(node);"
                "return [all.indexOf(node), node.id || node.textContent.trim().slice(0, 20),"
                "style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0]"))
        places = [place for place, _, _ in order]
        self.check(places == sorted(places), f"the focus jumps: {order}")
        for _, name, is_seen in order:
            self.check(is_seen, f"the focus can't be seen on {name}")
        browser.run("document.getElementById('tab-statistics').focus()")
        browser.press("ArrowRight")
        self.check(browser.run("return document.activeElement.id") == "tab-charts", "arrows don't move between tabs")
        self.tab(browser, "statistics")

    def stop(self, browser, address, folder):
        browser.click("#stop")
        browser.wait_text("#state", "stopped")
        self.tab(browser, "download")
        browser.click("#report-file")
        end = time.monotonic() + 10
        while not (files := list(folder.glob("Locust_*.html"))) and time.monotonic() < end:
            time.sleep(0.1)
        self.check(bool(files), "the report is not saved")
        if files:
            self.check("&lt;script&gt;alert(1)" in files[0].read_text(), "the report lacks a row, or its name is not escaped")
        browser.open(address + "/stats/report")
        self.check(browser.run("return document.querySelectorAll('img').length") == 0, "a hostile text is an element of the report")
        self.check("Katydid" in browser.run("return document.title"), "the report has no title")
        self.check(browser.run("return document.querySelectorAll('svg').length") > 0, "the report has no charts")
        browser.picture(self.pictures / "report.png")
        browser.open(address + "/")
        browser.wait_text("#state", "stopped")
        browser.click("#logout")
        browser.wait("return location.pathname === '/login'")

    def restart(self, folder, target):
        """A page that stays open while its master is started again."""
        words = ["--web-host", "127.0.0.1", "--autostart", "-u", "3", "-r", "10"]
        master = self.master(folder, target, *words, "--web-port", "0")
        port = master.address.rsplit(":", 1)[1]
        try:
            with Browser() as browser:
                browser.open(master.address + "/")
                browser.wait_text("#state", "running")
                browser.wait_text("#statistics-table tbody", "home")
                master.end()
                browser.wait("return !document.getElementById('offline').hidden", what="a note that the master is gone")
                master = self.master(folder, target, *words, "--web-port", port)
                browser.wait("return document.getElementById('offline').hidden", what="the page to come back")
                browser.wait_text("#state", "running")
        finally:
            master.end()

    def many_rows(self, folder, target):
        """A thousand rows that all change every second, while somebody scrolls."""
        (folder / "locustfile.py").write_text(MANY.read_text())
        master = self.master(
            folder, target, "--web-host", "127.0.0.1", "--web-port", "0", "--autostart", "-u", "10", "-r", "10")
        try:
            with Browser() as browser:
                browser.open(master.address + "/")
                browser.wait("return document.getElementById('statistics-table').ariaRowCount > 1000"
                             " || Number(document.getElementById('statistics-table').getAttribute('aria-rowcount')) > 1000")
                self.scroll(browser, "statistics")
        finally:
            master.end()

    def scroll(self, browser, table):
        """Scrolls through a long table for some seconds; the document stays small and no frame is late."""
        browser.run("""
            window.gaps = [];
            const scroller = document.querySelector(`#${arguments[0]} .scroll`);
            let last = performance.now();
            const frame = (now) => {
              gaps.push(now - last);
              last = now;
              scroller.scrollTop = (scroller.scrollTop + 40) % (scroller.scrollHeight - 900);
              requestAnimationFrame(frame);
            };
            requestAnimationFrame(frame);""", table)
        time.sleep(5)
        gaps = sorted(browser.run("return gaps"))
        late = gaps[int(len(gaps) * 0.98)]
        rows = browser.run("return document.querySelectorAll(`#${arguments[0]}-table tbody tr`).length", table)
        print(f"{table}: {rows} rows in the document, {len(gaps)} frames, 98 % of them within {late:.0f} ms")
        self.check(rows < 100, f"{rows} rows are in the document")
        self.check(late < 200, f"scrolling the {table} stutters: 2 % of the frames take {late:.0f} ms")

    def many_workers(self, folder, target):
        """A thousand workers, each of which says something every second."""
        python = ROOT / ".build-locust/bin/python"
        (folder / "locustfile.py").write_text(SPEC)
        master = self.master(
            folder, target, "--master", "--master-bind-host", "127.0.0.1", "--master-bind-port", "0", "--web-host",
            "127.0.0.1", "--web-port", "0")
        workers = []
        try:
            port = next(found.group(1) for line in master.lines if (found := re.search(r"listens at 127.0.0.1:(\d+)", line)))
            workers = [
                subprocess.Popen([python, ROOT / "Benchmarks/swarm_workers.py", port, str(index * 500), "500", "20"])
                for index in range(2)]
            with Browser() as browser:
                browser.open(master.address + "/#workers")
                browser.wait("return document.getElementById('workers-count').textContent.replace(/\\D/g, '') === '1000'",
                             seconds=40, what="a thousand workers")
                self.scroll(browser, "workers")
        finally:
            for worker in workers:
                worker.kill()
                worker.wait()
            master.end()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("katydid")
    parser.add_argument("--pictures", type=pathlib.Path, default=None)
    parser.add_argument("--without-swap", action="store_true", help="leave out what changes the spec")
    options = parser.parse_args()
    pictures = options.pictures or pathlib.Path(tempfile.mkdtemp(prefix="katydid-pictures-"))
    try:
        faults = Journey(str(pathlib.Path(options.katydid).resolve()), pictures, not options.without_swap).run()
    except Fault as fault:
        print("FAULT", fault)
        faults = [str(fault)]
    print(f"{len(faults)} faults; pictures in {pictures}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
