import json
import random
import uuid
from datetime import datetime, timedelta

from locust import HttpUser, TaskSet, between, task

HEADERS = {"Content-Type": "application/json", "Accept": "application/json"}


def payload(title="task"):
    now = datetime.now()
    return {
        "id": str(uuid.uuid4()),
        "title": title,
        "created": now.isoformat(),
        "due": (now + timedelta(days=random.randrange(1, 14))).strftime("%Y-%m-%d"),
        "tags": random.sample(["home", "work", "urgent", "later"], k=2),
    }


class TodoTasks(TaskSet):
    def on_start(self):
        self.ids = []

    @task(4)
    def create(self):
        with self.client.post(
            "/api/todos", data=json.dumps(payload()), headers=HEADERS, name="/api/todos", catch_response=True
        ) as response:
            if response.status_code != 201:
                response.failure(f"got {response.status_code}: {response.text[:100]}")
                return
            try:
                self.ids.append(response.json()["id"])
            except (json.JSONDecodeError, KeyError) as error:
                response.failure(f"no id in the answer: {error!r}")

    @task(10)
    def read(self):
        if not self.ids:
            return
        todo = random.choice(self.ids)
        self.client.get(f"/api/todos/{todo}", headers=HEADERS, name="/api/todos/[id]")

    @task(2)
    def update(self):
        if self.ids:
            self.client.put("/api/todos/" + self.ids[-1], json=payload("changed"), name="/api/todos/[id]")

    @task
    def remove(self):
        if self.ids:
            self.client.delete("/api/todos/%s" % self.ids.pop(), name="/api/todos/[id]")


class ApiUser(HttpUser):
    tasks = [TodoTasks]
    wait_time = between(0.5, 2.5)
    host = "http://localhost:8000"
