import random

from locust import FastHttpUser, User, constant_throughput, events, task


class Poisson(FastHttpUser):
    last_wait_time = 0

    def wait_time(self):
        self.last_wait_time = random.expovariate(1 / 60)
        return self.last_wait_time

    @task(3)
    def rest_call(self):
        with self.rest("GET", "/api/items", json={"limit": 5}) as resp:
            if resp.js is None:
                pass
            elif len(resp.js["items"]) > 5:
                resp.failure("too many items")

    @task
    def rest_unmeasured(self):
        with self.rest_("GET", "/api/health") as resp:
            if resp.js and resp.js.get("state") != "up":
                resp.failure(f"state is {resp.js['state']}")


class Silent(User):
    wait_time = constant_throughput(0.5)

    @task
    def work(self):
        events.request.fire(
            request_type="CALC",
            name="work",
            response_time=random.uniform(1, 5),
            response_length=0,
            response=None,
            context={},
            exception=None,
        )
