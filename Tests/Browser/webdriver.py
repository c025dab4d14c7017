"""A small client of W3C WebDriver (https://www.w3.org/TR/webdriver2/), enough to drive Debian's chromium."""

import base64
import json
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"ArrowRight": "\ue014", "Tab": "\ue004", "Enter": "\ue007", "Home": "\ue011", "Escape": "\ue00c"}


class Fault(Exception):
    """What the driver refuses to do."""


class Browser:
    """One browser with one window. Ends with its `with` block."""

    def __init__(self, width=1280, height=900, dark=False, downloads=None):
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        port = None
        for line in self.driver.stdout:
            if "started successfully on port" in line:
                port = int(line.split("port")[1].strip(" .\n"))
                break
        if port is None:
            raise Fault("chromedriver doesn't start")
        self.address = f"http://127.0.0.1:{port}"
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     f"--window-size={width},{height}", "--disable-background-networking", "--no-first-run",
                     "--force-color-profile=srgb"]
        if dark:
            arguments.append("--force-dark-mode")
        options = {"args": arguments}
        if downloads:
            options["prefs"] = {"download.default_directory": str(downloads), "download.prompt_for_download": False}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "acceptInsecureCerts": True, "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})
        self.session = f"/session/{answer['sessionId']}"
        self.resize(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", self.session)
        except (Fault, OSError):
            pass
        self.driver.terminate()
        self.driver.wait()

    def call(self, method, path, body=None):
        data = None if method in ("GET", "DELETE") else json.dumps(body or {}).encode()
        request = urllib.request.Request(self.address + path, data=data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Fault(json.load(error)["value"]["message"].split("\n")[0]) from None

    def do(self, command, body=None, method="POST"):
        return self.call(method, self.session + command, body)

    def resize(self, width, height):
        # The window's inside is to have that size.
        self.do("/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}})

    def colours(self, scheme):
        self.do("/goog/cdp/execute", {"cmd": "Emulation.setEmulatedMedia", "params": {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]}})

    def open(self, url):
        self.do("/url", {"url": url})

    def run(self, script, *arguments):
        return self.do("/execute/sync", {"script": script, "args": list(arguments)})

    def find(self, selector):
        return self.do("/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.do(f"/element/{self.find(selector)}/click")

    def type(self, selector, text, clear=True):
        element = self.find(selector)
        if clear:
            self.do(f"/element/{element}/clear")
        self.do(f"/element/{element}/value", {"text": text})

    def press(self, *names):
        actions = []
        for name in names:
            key = KEYS.get(name, name)
            actions += [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.do("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0])?.textContent ?? ''", selector)

    def wait(self, script, *arguments, seconds=20, what=None):
        """Waits until a script gives something true, and gives that."""
        end = time.monotonic() + seconds
        while True:
            value = self.run(script, *arguments)
            if value:
                return value
            if time.monotonic() > end:
                raise Fault(f"waited {seconds} s for {what or script}")
            time.sleep(0.1)

    def wait_text(self, selector, part, seconds=20):
        return self.wait("return (document.querySelector(arguments[0])?.textContent ?? '').includes(arguments[1])",
                         selector, part, seconds=seconds, what=f"'{part}' in {selector}")

    def picture(self, path):
        path.write_bytes(base64.b64decode(self.do("/screenshot", method="GET")))

    def console(self):
        """What the console has said since the last call: warnings and errors."""
        return [entry for entry in self.do("/se/log", {"type": "browser"}) if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self):
        """The addresses that were asked for since the last call."""
        addresses = []
        for entry in self.do("/se/log", {"type": "performance"}):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                addresses.append(message["params"]["request"]["url"])
        return addresses
