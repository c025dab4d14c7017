from locust import events, task
from parity import Steps, visitor


@events.user_error.add_listener
def note(user_instance, exception, tb, **kwargs):
    print(type(user_instance).__name__, repr(exception), tb is not None)


class Raises(Steps):
    @task
    def a(self):
        raise ValueError("heard")


Visitor = visitor(Raises)
