import random
import threading
import time

from locust import HttpUser, between, events, task

lock = threading.Lock()
counter = 0
failed = 0
data = {}
start = None


def next_number():
    global counter
    with lock:
        counter += 1
        return counter


@events.test_start.add_listener
def begin(**kwargs):
    global start, failed
    start = time.monotonic()
    failed = 0


@events.test_stop.add_listener
def end(environment, **kwargs):
    print("took", round(time.monotonic() - start, 2), "s;", counter, "numbers;", failed, "failed")
    environment.stats.clear_all()


class Counting(HttpUser):
    wait_time = between(0, 1)
    created = 0

    @task
    def create(self):
        global failed
        number = next_number()
        response = self.client.post("/items", {"n": number})
        if not response:
            failed += 1
            return
        self.__class__.created += 1
        Counting.created += 0
        data[number] = response.headers.get("Location", "")

    @task
    def look_up(self):
        if not data:
            return
        number, location = random.choice(list(data.items()))
        self.client.get(location or f"/items/{number}", name="/items/[n]")
        if random.random() < 0.01:
            del data[number]
