# no-host
# unordered
from locust import events
from parity import OnceUser


@events.init.add_listener
def on_init(environment, **kwargs):
    environment.host = "http://set.by.init"


class Hosted(OnceUser):
    host = "http://its.own"

    def act(self):
        print(self.host, self.environment.host, Hosted.host)
