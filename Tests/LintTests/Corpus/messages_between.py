import logging

from locust import HttpUser, between, events, task
from locust.runners import LocalRunner, MasterRunner, WorkerRunner

users = []


def setup_test_users(environment, msg, **kwargs):
    users.extend(u["name"] for u in msg.data)
    environment.runner.send_message("acknowledge_users", f"{len(msg.data)} users received")


def on_acknowledge(msg, **kwargs):
    logging.info("%s says: %s", msg.node_id, msg.data)


@events.init.add_listener
def on_locust_init(environment, **_kwargs):
    if not isinstance(environment.runner, MasterRunner):
        environment.runner.register_message("test_users", setup_test_users)
    if not isinstance(environment.runner, WorkerRunner):
        environment.runner.register_message("acknowledge_users", on_acknowledge)


@events.test_start.add_listener
def on_test_start(environment, **_kwargs):
    if isinstance(environment.runner, (LocalRunner, MasterRunner)):
        data = [{"name": f"User{i}"} for i in range(environment.runner.target_user_count)]
        environment.runner.send_message("test_users", data)


class WebsiteUser(HttpUser):
    host = "http://127.0.0.1:8089"
    wait_time = between(2, 5)

    def __init__(self, parent):
        self.username = users.pop() if users else "nobody"
        super().__init__(parent)

    @task
    def index(self):
        self.client.get("/", headers={"X-User": self.username})
