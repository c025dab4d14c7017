import _greenlets
import _katydid
from gevent._hub import Waiters, start_fiber

_NONE = object()


class Timeout(BaseException):
    """Is raised, or has another exception raised, in the greenlet that has started it, when its time has come."""

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1, _one_shot=False):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._target = None
        self._thrown = None
        self._timer = None

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True, _one_shot=False):
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        made = cls(timeout, exception)
        made.start()
        return made

    def start(self):
        if self.pending:
            raise AssertionError("%r is already started; to restart it, cancel it first" % (self,))
        if self.seconds is None:
            return
        target = _katydid.thread()
        if self.exception is None or self.exception is False or isinstance(self.exception, str):
            thrown = self
        elif isinstance(self.exception, type):
            thrown = self.exception()
        else:
            thrown = self.exception
        self._target = target
        self._thrown = thrown
        timer = self._timer = Waiters()
        seconds = self.seconds

        def run():
            if self._timer is timer and not timer.wait(max(0, seconds)) and self._timer is timer:
                self._timer = None
                _greenlets.throw(target, thrown)

        start_fiber(run)

    @property
    def pending(self):
        return self._timer is not None

    def cancel(self):
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.wake()
        elif self._thrown is not None:
            _greenlets.withdraw(self._target, self._thrown)
        self._thrown = None

    close = cancel

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        return value is self and self.exception is False

    def __str__(self):
        if self.seconds is None:
            return ""
        suffix = "" if self.seconds == 1 else "s"
        if self.exception is None:
            return "%s second%s" % (self.seconds, suffix)
        if self.exception is False:
            return "%s second%s (silent)" % (self.seconds, suffix)
        return "%s second%s: %s" % (self.seconds, suffix, self.exception)

    def __repr__(self):
        state = " pending" if self.pending else ""
        exception = "" if self.exception is None else " exception=%r" % (self.exception,)
        return "<%s at 0x%x seconds=%s%s%s>" % (type(self).__name__, id(self), self.seconds, exception, state)


def with_timeout(seconds, function, *args, **kwargs):
    value = kwargs.pop("timeout_value", _NONE)
    timeout = Timeout.start_new(seconds)
    try:
        return function(*args, **kwargs)
    except Timeout as error:
        if error is timeout and value is not _NONE:
            return value
        raise
    finally:
        timeout.cancel()
