from dataclasses import dataclass
from typing import NamedTuple

from locust import HttpUser, between, task


class Step(NamedTuple):
    verb: str
    path: str
    body: dict | None = None


@dataclass(frozen=True)
class Scenario:
    name: str
    steps: tuple[Step, ...]


SCENARIOS = [
    Scenario("browse", (Step("get", "/"), Step("get", "/list"))),
    Scenario("buy", (Step("post", "/cart", {"id": 1}), Step("delete", "/cart"))),
]


class Scripted(HttpUser):
    wait_time = between(1, 2)

    @task
    def run_all(self):
        for scenario in SCENARIOS:
            for step in scenario.steps:
                match step:
                    case Step(verb="get", path=path):
                        self.client.get(path, name=scenario.name)
                    case Step("post", path, body):
                        self.client.post(path, json=body, name=scenario.name)
                    case Step(verb=verb):
                        getattr(self.client, verb)(step.path)

    @task
    def sized(self):
        if (size := len(SCENARIOS)) > 1:
            self.client.get("/size", params={"n": size})
