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


def _old_style(handler):
    """A handler that was added by `+=`, as before 1.0, gets those arguments only that it knows: events have more today."""
    names = _engine.keyword_names(handler)
    if names is None:
        return handler

    def call(**kwargs):
        return handler(**{name: value for name, value in kwargs.items() if name in names})

    call.handler = handler
    return call


def _note_failure(error):
    # Reading `logging` takes a fifth of the start-up; few specs get here.
    import logging

    logging.error("Uncaught exception in event handler: \n%s", _engine.format_exception(error))
    _engine.note_listener_failure()


class EventHook:
    def __init__(self):
        self._handlers = []

    def add_listener(self, handler):
        self._handlers.append(handler)
        return handler

    def remove_listener(self, handler):
        for known in self._handlers:
            if known == handler or getattr(known, "handler", None) == handler:
                self._handlers.remove(known)
                return
        raise ValueError("list.remove(x): x not in list")

    # `events.x += handler`, as before 1.0.
    def __iadd__(self, handler):
        _engine.note_legacy("events.… += handler", "events.….add_listener(handler)")
        self.add_listener(_old_style(handler))
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
                _note_failure(error)

    def _fire_or_raise(self, **kwargs):
        for handler in self._handlers:
            handler(**kwargs)

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
        try:
            _engine.count_request(**kwargs)
        except Exception as error:
            _note_failure(error)
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


class _ErrorHook(EventHook):
    """The event of an exception that left a task: what is fired is counted before the listeners hear of it."""

    def fire(self, *, reverse=False, **kwargs):
        if isinstance(kwargs.get("exception"), BaseException):
            _engine.count_exception(kwargs["exception"])
        super().fire(reverse=reverse, **kwargs)


class _LegacyRequestHook:
    """`request_success` or `request_failure` of old: its listeners hear what `request` reports, and firing it reports a
    request."""

    def __init__(self, name, request):
        self._name = name
        self._request = request
        self._listeners = EventHook()

    @property
    def _handlers(self):
        return self._listeners._handlers

    def add_listener(self, handler):
        _engine.note_legacy("events." + self._name, "events.request")
        return self._listeners.add_listener(handler)

    def remove_listener(self, handler):
        self._listeners.remove_listener(handler)

    def __iadd__(self, handler):
        _engine.note_legacy("events." + self._name, "events.request")
        self._listeners.add_listener(_old_style(handler))
        return self

    def __isub__(self, handler):
        self._listeners.remove_listener(handler)
        return self

    def fire(self, **kwargs):
        _engine.note_legacy("events." + self._name, "events.request")
        self._request.fire(**kwargs)


class _RenamedHook:
    """An event under its old name: listeners are those of the new one, and get the arguments of old."""

    def __init__(self, name, new_name, hook, arguments):
        self._name = name
        self._new_name = new_name
        self._hook = hook
        self._arguments = arguments

    def add_listener(self, handler):
        _engine.note_legacy("events." + self._name, "events." + self._new_name)
        arguments = self._arguments

        def call(**kwargs):
            return handler(**{old: kwargs.get(new) for old, new in arguments.items()})

        call.handler = handler
        self._hook.add_listener(call)
        return handler

    def remove_listener(self, handler):
        self._hook.remove_listener(handler)

    def __iadd__(self, handler):
        self.add_listener(_old_style(handler))
        return self

    def __isub__(self, handler):
        self.remove_listener(handler)
        return self

    def fire(self, **kwargs):
        new = {old: new for old, new in self._arguments.items()}
        self._hook.fire(**{new.get(name, name): value for name, value in kwargs.items()})


class Events:
    def __init__(self):
        for name in (
            "report_to_master", "worker_report", "worker_connect", "spawning_complete", "quitting",
            "quit", "init", "init_command_line_parser", "test_start", "test_stopping", "test_stop", "reset_stats",
            "cpu_warning", "heartbeat_sent", "heartbeat_received", "usage_monitor",
        ):
            setattr(self, name, EventHook())
        self.user_error = _ErrorHook()
        self.request = _RequestHook()
        self.request_success = _LegacyRequestHook("request_success", self.request)
        self.request_failure = _LegacyRequestHook("request_failure", self.request)
        self.request._success = self.request_success._listeners
        self.request._failure = self.request_failure._listeners
        # Names before 1.0 and 1.2, with the arguments that they had.
        for name, new_name, arguments in (
            ("locust_error", "user_error", {"locust_instance": "user_instance", "exception": "exception", "tb": "tb"}),
            ("locust_start_hatching", "test_start", {}),
            ("locust_stop_hatching", "test_stop", {}),
            ("hatch_complete", "spawning_complete", {"user_count": "user_count"}),
            ("slave_report", "worker_report", {"client_id": "client_id", "data": "data"}),
            ("master_start_hatching", "test_start", {}),
            ("master_stop_hatching", "test_stop", {}),
        ):
            setattr(self, name, _RenamedHook(name, new_name, getattr(self, new_name), arguments))


events = Events()
