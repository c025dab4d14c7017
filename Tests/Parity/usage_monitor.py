# own-users
# options: -u 1 -t 12s
from locust import User, constant, events, task
from locust.runners import WorkerRunner

seen = set()


class Waits(User):
    wait_time = constant(1)

    @task
    def act(self):
        pass


@events.usage_monitor.add_listener
def on_usage(environment, cpu_usage, memory_usage, **kwargs):
    seen.add((sorted(kwargs) == [], isinstance(cpu_usage, float), memory_usage > 1_000_000))


@events.quitting.add_listener
def on_quitting(environment, **kwargs):
    if not isinstance(environment.runner, WorkerRunner):
        print(seen)
