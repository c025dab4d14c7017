# differs: output: the worker process fires quitting, too, with statistics of its own
from locust import events
from parity import Once


@events.quitting.add_listener
def gate(environment, **kwargs):
    total = environment.stats.total
    print(total.num_requests, total.num_failures, total.fail_ratio)
    print(total.get_response_time_percentile(0.95) >= 0, total.avg_response_time > 0)
    environment.process_exit_code = 3 if total.fail_ratio > 0.1 else 0


class Gate(Once):
    def act(self):
        for _ in range(3):
            self.client.get("/json")
        self.client.get("/status/404")
