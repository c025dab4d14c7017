from locust import events
from parity import Once


def hear(environment, msg, **kwargs):
    print("heard", msg.type, msg.data)


@events.init.add_listener
def ready(environment, **kwargs):
    environment.runner.register_message("greeting", hear)


class Sends(Once):
    def act(self):
        self.environment.runner.send_message("greeting", {"a": 1})
