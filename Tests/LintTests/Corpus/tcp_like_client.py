import contextlib
import time

from locust import User, between, events, task


class Timer:
    """Measures what is done inside a with, and tells it to Locust."""

    def __init__(self, kind, name):
        self.kind = kind
        self.name = name

    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc, tb):
        events.request.fire(
            request_type=self.kind,
            name=self.name,
            response_time=(time.perf_counter() - self.start) * 1000,
            response_length=0,
            exception=exc,
            context={},
        )
        return True


@contextlib.contextmanager
def measured(name):
    with Timer("own", name) as timer:
        yield timer


class Machine(User):
    wait_time = between(0.1, 0.2)

    def on_start(self):
        self.client = {"host": self.host, "open": True}

    @task
    def turn(self):
        with measured("turn") as timer:
            assert self.client["open"], "closed"
            time.sleep(0.01)
            timer.note = "turned"
