import sys

from locust import events
from parity import Once


@events.user_error.add_listener
def on_user_error(user_instance, exception, tb, **kwargs):
    print(type(user_instance).__name__, repr(exception), tb is not None)


class Tells(Once):
    def act(self):
        for _ in range(2):
            try:
                raise ValueError("caught")
            except ValueError as error:
                events.user_error.fire(user_instance=self, exception=error, tb=sys.exc_info()[2])
        self.environment.events.user_error.fire(user_instance=self, exception=KeyError("never raised"), tb=None)
        self.client.get("/json")
