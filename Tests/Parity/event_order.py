# differs: output: the master and its worker process both fire init, test_start, test_stop, quitting and quit
from locust import events
from parity import Once


def tell(name):
    def listener(**kwargs):
        print(name, sorted(k for k in kwargs if k != "web_ui"))
    return listener

for name in ("init", "test_start", "test_stopping", "test_stop", "spawning_complete", "quitting", "quit"):
    getattr(events, name).add_listener(tell(name))


class Hears(Once):
    def act(self):
        print("acts")
