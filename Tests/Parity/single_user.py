# script
import os

from locust import HttpUser, constant, events, run_single_user, task


class Visitor(HttpUser):
    host = os.environ.get("TARGET")
    wait_time = constant(0)
    rounds = 0

    def context(self):
        return {"who": "me"}

    @task
    def act(self):
        self.client.get("/json")
        self.client.get("/status/404", context={"more": 2})
        with self.client.get("/json", catch_response=True, name="caught") as response:
            response.failure("no wings")
        self.rounds += 1
        if self.rounds == 2:
            raise SystemExit(3)


@events.init.add_listener
def on_init(environment, **kwargs):
    print("init", environment.runner, sorted(kwargs), environment.host)


@events.test_start.add_listener
def on_test_start(environment, **kwargs):
    print("test_start", sorted(kwargs))


@events.quitting.add_listener
def on_quitting(environment, **kwargs):
    print("never")


if __name__ == "__main__":
    run_single_user(Visitor, include_length=True, include_context=True)
