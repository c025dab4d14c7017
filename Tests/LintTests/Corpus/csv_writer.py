import csv
import datetime
import os

from locust import HttpUser, between, events, task

FIELDS = ["time", "name", "ms", "ok"]
OUT = os.path.join(os.getcwd(), "result.csv")


class Log:
    rows = []

    @classmethod
    def add(cls, **row):
        cls.rows.append(row)


@events.request.add_listener
def keep(name, response_time, exception, start_time, **_):
    when = datetime.datetime.fromtimestamp(start_time).strftime("%H:%M:%S.%f")
    Log.add(time=when, name=name, ms=f"{response_time:.0f}", ok=exception is None)


@events.quitting.add_listener
def save(**_):
    with open(OUT, "w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=FIELDS)
        writer.writeheader()
        writer.writerows(Log.rows)


class User1(HttpUser):
    wait_time = between(0.5, 0.75)

    @task
    def t1(self):
        r = self.client.get("/t1")
        lines = r.text.splitlines()
        if lines and lines[0].startswith("#"):
            self.client.post("/t2", data=lines[0].strip("# ").encode("utf-8"))
