"""Requests at a constant rate, each with a delay of its own at the target."""
import os
import random

from locust import HttpUser, constant_pacing, task

PACE = float(os.environ["PACE"])
# Half of the answers take 2 ms, a hundredth 20 ms and more; or the target answers at once.
DELAYS = [f"/delay/{min(0.002 * random.paretovariate(1) ** 0.6, 0.1):.6f}" for _ in range(5000)]
PATHS = DELAYS if os.environ["DELAYED"] else ["/delay/0"]


class Caller(HttpUser):
    wait_time = constant_pacing(PACE)

    @task
    def call(self):
        self.client.get(random.choice(PATHS), name="call")
