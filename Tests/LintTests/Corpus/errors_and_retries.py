import logging
import time

from requests.exceptions import ConnectionError, RequestException, Timeout

from locust import HttpUser, between, task
from locust.exception import RescheduleTask, ResponseError, StopUser


class Patient(HttpUser):
    wait_time = between(1, 2)
    attempts = 3

    def on_start(self):
        for attempt in range(self.attempts):
            try:
                self.client.get("/ready", timeout=5).raise_for_status()
                break
            except (ConnectionError, Timeout):
                time.sleep(2**attempt)
            except RequestException as e:
                logging.warning("not ready: %s", e)
        else:
            raise StopUser()

    @task
    def work(self):
        with self.client.get("/work", catch_response=True) as response:
            if response.status_code == 503:
                response.success()
                raise RescheduleTask()
            elif response.status_code >= 400:
                raise ResponseError(f"status {response.status_code}")
            elif response.elapsed.total_seconds() > 1:
                response.failure("took too long")
            else:
                response.success()

    @task
    def poll(self):
        deadline = time.time() + 30
        while time.time() < deadline:
            state = self.client.get("/state").json()["state"]
            if state == "done":
                return
            time.sleep(1)
        logging.error("not done in time")
