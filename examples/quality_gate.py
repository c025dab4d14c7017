"""Decide the exit status of a run in continuous integration by what was measured."""
import logging

from locust import HttpUser, constant_throughput, events, task


class Client(HttpUser):
    wait_time = constant_throughput(20)

    @task
    def page(self):
        self.client.get("/json")


@events.quitting.add_listener
def judge(environment, **kwargs):
    total = environment.stats.total
    if total.fail_ratio > 0.01:
        logging.error("more than 1 % of the requests failed")
        environment.process_exit_code = 1
    elif total.get_response_time_percentile(0.95) > 500:
        logging.error("the slowest 5 % took more than 500 ms")
        environment.process_exit_code = 1
    else:
        environment.process_exit_code = 0
