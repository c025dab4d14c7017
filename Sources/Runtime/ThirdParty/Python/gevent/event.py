from gevent._hub import Linkable, Waiters
from gevent.timeout import Timeout


class Event(Linkable):
    def __init__(self):
        Linkable.__init__(self)
        self._flag = False
        self._waiters = Waiters()

    def __repr__(self):
        state = "set" if self._flag else "clear"
        return "<%s at 0x%x %s _links[%d]>" % (type(self).__name__, id(self), state, len(self._waiters) + len(self._links))

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._waiters.wake()
        self._notify()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return True if self._flag else self._waiters.wait(timeout)


class AsyncResult(Linkable):
    """A value, or an exception, that comes later."""

    def __init__(self):
        Linkable.__init__(self)
        self._state = None
        self._value = None
        self._exception = None
        self._waiters = Waiters()

    def __repr__(self):
        if self._state is None:
            shown = "unset"
        elif self._exception is not None:
            shown = "exception=%r" % (self._exception,)
        else:
            shown = "value=%r" % (self._value,)
        return "<%s at 0x%x %s>" % (type(self).__name__, id(self), shown)

    @property
    def value(self):
        return self._value

    @property
    def exception(self):
        return self._exception

    @property
    def exc_info(self):
        error = self._exception
        return () if error is None else (type(error), error, error.__traceback__)

    def ready(self):
        return self._state is not None

    def successful(self):
        return self._state == "value"

    def _settle(self, state, value, exception):
        self._state = state
        self._value = value
        self._exception = exception
        self._waiters.wake()
        self._notify()

    def set(self, value=None):
        self._settle("value", value, None)

    set_result = set

    def set_exception(self, exception, exc_info=None):
        self._settle("exception", None, exception() if isinstance(exception, type) else exception)

    def _result(self):
        if self._exception is not None:
            raise self._exception
        return self._value

    def get(self, block=True, timeout=None):
        if self._state is None:
            if not block:
                raise Timeout()
            if not self._waiters.wait(timeout):
                raise Timeout(timeout)
        return self._result()

    result = get

    def get_nowait(self):
        return self.get(block=False)

    def wait(self, timeout=None):
        if self._state is None and not self._waiters.wait(timeout):
            return None
        return self._value

    def done(self):
        return self.ready()

    def cancel(self):
        return False

    def cancelled(self):
        return False

    def __call__(self, source):
        # Greenlets can be linked to results.
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)
