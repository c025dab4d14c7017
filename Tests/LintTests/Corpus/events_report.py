import json
import time
from pathlib import Path

from locust import HttpUser, between, events, task
from locust.runners import MasterRunner, WorkerRunner

started = 0.0
slow = []


@events.init.add_listener
def on_init(environment, **_kwargs):
    if isinstance(environment.runner, MasterRunner):
        print("this is the master")
    elif not isinstance(environment.runner, WorkerRunner):
        print("this runs alone")


@events.test_start.add_listener
def on_start(environment, **kwargs):
    global started
    started = time.time()
    print(f"host: {environment.host}, users: {environment.parsed_options.num_users}")


@events.request.add_listener
def on_request(request_type, name, response_time, response_length, exception, **kwargs):
    if exception is None and response_time > 500:
        slow.append({"method": request_type, "name": name, "ms": round(response_time, 1), "size": response_length})


@events.test_stop.add_listener
def on_stop(environment, **kwargs):
    total = environment.stats.total
    took = time.time() - started
    print("requests: %d, failures: %d, %.1f s" % (total.num_requests, total.num_failures, took))
    print("95th percentile: %s ms" % total.get_response_time_percentile(0.95))
    Path("slow.json").write_text(json.dumps(slow[:100], indent=2))


@events.quitting.add_listener
def on_quitting(environment, **kwargs):
    if environment.stats.total.fail_ratio > 0.01:
        environment.process_exit_code = 1
    elif environment.stats.total.avg_response_time > 200:
        environment.process_exit_code = 2
    else:
        environment.process_exit_code = 0


class Visitor(HttpUser):
    wait_time = between(1, 2)

    @task
    def page(self):
        self.client.get("/")
