# -*- coding: utf-8 -*-
from __future__ import annotations

import random
import string
from typing import Any, Dict, List, Optional

from locust import HttpUser, TaskSet, between, task


def random_text(length: int = 10) -> str:
    return "".join(random.choice(string.ascii_letters + string.digits) for _ in range(length))


class UserBehaviour(TaskSet):
    cache: Dict[str, Any]
    last: Optional[str] = None

    def on_start(self) -> None:
        self.cache = {}

    @task(2)
    def look(self) -> None:
        key: str = random_text(4)
        result = self.client.get("/find", params={"q": key}, name="find")
        found: List[Dict[str, Any]] = result.json() if result.status_code == 200 else []
        self.cache[key] = found
        self.last = key

    @task(1)
    def again(self) -> None:
        if self.last is not None and self.last in self.cache:
            self.client.get("/find", params=(("q", self.last),), name="find again")

    @task
    def stop(self) -> None:
        self.interrupt()


class WebsiteUser(HttpUser):
    tasks = {UserBehaviour: 3}
    wait_time = between(5.0, 9.0)
