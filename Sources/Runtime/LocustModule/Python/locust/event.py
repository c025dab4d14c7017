import time

import _engine
from locust.exception import InterruptTaskSet, RescheduleTask, RescheduleTaskImmediately, StopTest, StopUser

_passing = (StopUser, StopTest, RescheduleTask, RescheduleTaskImmediately, InterruptTaskSet)


class _Measure:
    def __init__(self, hook, meta):
        self.hook = hook
        self.meta = meta

    def __enter__(self):
        self.meta["start_time"] = time.time()
        self.started = time.perf_counter()
        return self.meta

    def __exit__(self, kind, exception, trace):
        if kind is not None and issubclass(kind, Exception):
            self.meta["exception"] = exception
        self.meta["response_time"] = (time.perf_counter() - self.started) * 1000
        self.hook.fire(**self.meta)
        return kind is None or issubclass(kind, Exception)


class EventHook:
    def __init__(self):
        self._handlers = []

    def add_listener(self, handler):
        self._handlers.append(handler)
        return handler

    def remove_listener(self, handler):
        self._handlers.remove(handler)

    # `events.x += handler`, as before 1.0.
    def __iadd__(self, handler):
        self.add_listener(handler)
        return self

    def __isub__(self, handler):
        self.remove_listener(handler)
        return self

    def fire(self, *, reverse=False, **kwargs):
        for handler in self._handlers[::-1] if reverse else self._handlers.copy():
            try:
                handler(**kwargs)
            except _passing:
                raise
            except Exception as error:
                # Reading `logging` takes a fifth of the start-up; few specs get here.
                import logging

                logging.error("Uncaught exception in event handler: \n%s", _engine.format_exception(error))
                _engine.note_listener_failure()

    def measure(self, request_type, name, response_length=0, context=None):
        return _Measure(
            self,
            {
                "request_type": request_type,
                "name": name,
                "response_length": response_length,
                "context": context or {},
                "exception": None,
            },
        )


class _RequestHook(EventHook):
    """The event of a finished request: what is fired is counted before the listeners hear of it."""

    def fire(self, *, reverse=False, **kwargs):
        _engine.count_request(**kwargs)
        self._notify(kwargs)

    def _notify(self, kwargs):
        super().fire(**kwargs)
        exception = kwargs.get("exception")
        if exception is None:
            if self._success._handlers:
                self._success.fire(
                    request_type=kwargs.get("request_type"), name=kwargs.get("name"),
                    response_time=kwargs.get("response_time"), response_length=kwargs.get("response_length"),
                )
        elif self._failure._handlers:
            self._failure.fire(
                request_type=kwargs.get("request_type"), name=kwargs.get("name"),
                response_time=kwargs.get("response_time"), response_length=kwargs.get("response_length"),
                exception=exception,
            )


class _LegacyRequestHook:
    """`request_success` or `request_failure` of old: its listeners hear what `request` reports, and firing it reports a
    request."""

    def __init__(self, request):
        self._request = request
        self._listeners = EventHook()

    @property
    def _handlers(self):
        return self._listeners._handlers

    def add_listener(self, handler):
        return self._listeners.add_listener(handler)

    def remove_listener(self, handler):
        self._listeners.remove_listener(handler)

    def __iadd__(self, handler):
        self._listeners.add_listener(handler)
        return self

    def fire(self, **kwargs):
        self._request.fire(**kwargs)


class Events:
    def __init__(self):
        for name in (
            "user_error", "report_to_master", "worker_report", "worker_connect", "spawning_complete", "quitting",
            "quit", "init", "init_command_line_parser", "test_start", "test_stopping", "test_stop", "reset_stats",
            "cpu_warning", "heartbeat_sent", "heartbeat_received", "usage_monitor",
        ):
            setattr(self, name, EventHook())
        self.request = _RequestHook()
        self.request_success = _LegacyRequestHook(self.request)
        self.request_failure = _LegacyRequestHook(self.request)
        self.request._success = self.request_success._listeners
        self.request._failure = self.request_failure._listeners
        # Names before 1.0 and 1.2.
        self.locust_error = self.user_error
        self.locust_start_hatching = self.test_start
        self.locust_stop_hatching = self.test_stop
        self.hatch_complete = self.spawning_complete
        self.slave_report = self.worker_report


events = Events()
