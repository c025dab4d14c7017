import time

from locust import events
from locust.event import EventHook, Events
from locust.exception import InterruptTaskSet, StopUser
from parity import Once


def keep(name, calls):
    def listener(**kwargs):
        calls.append((name, sorted(kwargs.items())))

    return listener


def fail(**kwargs):
    raise ValueError("in a listener")


def leave(**kwargs):
    raise StopUser()


def interrupt(**kwargs):
    raise InterruptTaskSet(False)


class Listens(Once):
    def act(self):
        hook, calls = EventHook(), []
        first, second = keep("first", calls), keep("second", calls)
        print(hook.add_listener(first) is first, hook.add_listener(fail) is fail, hook.add_listener(second) is second)
        hook.fire(x=1)
        hook.fire(reverse=True, x=2)
        hook.remove_listener(first)
        hook.fire(x=3)
        print(calls)
        try:
            hook.remove_listener(first)
        except ValueError as error:
            print(error)
        for listener in (leave, interrupt):
            hook = EventHook()
            hook.add_listener(listener)
            try:
                hook.fire()
            except (StopUser, InterruptTaskSet) as error:
                print(type(error).__name__)
        request = self.environment.events.request
        with request.measure("OWN", "measured", 5) as meta:
            print(sorted(meta))
            meta["response_length"] = 9
        with request.measure("OWN", "fails") as meta:
            raise KeyError("z")
        with request.measure("OWN", "renamed", context={"a": 1}) as meta:
            meta["name"] = "other"
            meta["exception"] = ValueError("set")
        seen = []
        request.add_listener(lambda **kwargs: seen.append(sorted(kwargs)))
        self.client.get("/json", context={"k": 1})
        request.fire(request_type="OWN", name="least", response_time=1, response_length=2)
        request.fire(
            request_type="OWN", name="most", response_time=1.5, response_length=0, exception=None, context={}, url="u",
            response=None, start_time=time.time(), more=1,
        )
        request.fire(request_type="OWN", name="text", response_time=1, response_length=0, exception="a text")
        print(seen)
        print(isinstance(Events().request, EventHook), request is events.request)
