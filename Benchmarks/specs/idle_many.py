"""More users than a process may have descriptors: some keep a connection of their own, the others share a few."""
import os

from locust import HttpUser, constant, task


class Few:
    # As urllib3.PoolManager(maxsize=500, block=True) has it.
    connection_pool_kw = {"maxsize": 500, "block": True}


class Idle(HttpUser):
    abstract = True
    wait_time = constant(1000)

    def on_start(self):
        self.client.get("/")

    @task
    def idle(self):
        pass


class Connected(Idle):
    fixed_count = int(os.environ["CONNECTED"])


class Sharing(Idle):
    pool_manager = Few()
