"""Threads. They take turns: one goes on until it waits, so plain code is never interrupted."""
import _katydid
import sys as _sys
from _sequences import sequence as _sequence
from time import sleep as _sleep
from threading._local import _local as local
from threading._waiting import (
    TIMEOUT_MAX, Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, RLock, Semaphore, _deadline,
    _deprecated, _Queue, _RLock)

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
           "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError",
           "Timer", "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs",
           "gettrace", "getprofile", "get_native_id"]

ThreadError = RuntimeError
# Threads by what `get_ident` gives: those that run, and those not started from here. Nobody tells when the latter end,
# so that only some are remembered.
_running, _strangers = {}, {}
_MOST_STRANGERS = 10000
_alive = {}
_names_given = 0


def get_ident():
    return _katydid.thread()


get_native_id = get_ident


def _next_number():
    global _names_given
    _names_given += 1
    return _names_given


class Thread:
    """Something that is done at the same time."""

    _is_ready = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            name = f"Thread-{_next_number()}"
            if hasattr(target, "__name__"):
                name = f"{name} ({target.__name__})"
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = str(name)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._set_out()

    def _set_out(self, ident=None, state="initial"):
        self._ident, self._state, self._joining = ident, state, _Queue()
        self._is_ready = True

    def _check_ready(self, fault="thread.__init__() not called"):
        if not self._is_ready:
            raise RuntimeError(fault)

    def start(self):
        self._check_ready()
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        self._state = "started"
        _alive[id(self)] = self
        _katydid.spawn(self._bootstrap)

    def _bootstrap(self):
        self._ident = _katydid.thread()
        # Without fibers, a thread runs within the one that starts it.
        outer = _running.get(self._ident)
        _running[self._ident] = self
        try:
            self.run()
        except BaseException as error:
            _report(error, self)
        finally:
            self._state = "stopped"
            del _alive[id(self)]
            if outer is None and (contexts := _sys.modules.get("contextvars")) is not None:
                # What it set is nobody's now.
                contexts._contexts.pop(self._ident, None)
            if outer is None:
                del _running[self._ident]
            else:
                _running[self._ident] = outer
            self._joining.wake_all()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # What the thread worked on isn't kept alive by the thread.
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        self._check_ready("Thread.__init__() not called")
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._state == "started":
            self._joining.wait(_deadline(None if timeout is None else max(timeout, 0)))

    def is_alive(self):
        return self._state == "started"

    @property
    def name(self):
        assert self._is_ready, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._is_ready, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        # A thread has its number from when it begins, for which whoever asks gives up its turn.
        while self._state == "started" and self._ident is None:
            _sleep(0)
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        assert self._is_ready, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check_ready("Thread.__init__() not called")
        if self._state != "initial":
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name

    def isDaemon(self):
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic

    def __repr__(self):
        assert self._is_ready, "Thread.__init__() was not called"
        words = [self._state]
        if self._daemonic:
            words.append("daemon")
        if self.ident is not None:
            words.append(str(self.ident))
        return f"<{type(self).__name__}({self._name}, {' '.join(words)})>"


def _report(error, thread):
    """Hands on an exception that has ended a thread; whoever it is given to may fail as well."""
    try:
        excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))
    except BaseException as fault:
        _sys.stderr.write("Exception in threading.excepthook:\n")
        _sys.excepthook(type(fault), fault, fault.__traceback__)


class Timer(Thread):
    """Calls a function after some seconds, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function = interval, function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread that the program began in."""

    def __init__(self):
        self._name, self._daemonic = "MainThread", False
        self._set_out(_katydid.thread(), "started")


class _DummyThread(Thread):
    """A thread that was not started from here: a user of the load test, a greenlet."""

    def __init__(self):
        self._name, self._daemonic = f"Dummy-{_next_number()}", True
        self._set_out(_katydid.thread(), "started")


_main_thread = _MainThread()
_running[_main_thread.ident] = _main_thread


def main_thread():
    return _main_thread


def current_thread():
    me = _katydid.thread()
    thread = _running.get(me)
    if thread is None:
        thread = _strangers.get(me)
    if thread is None:
        if len(_strangers) == _MOST_STRANGERS:
            del _strangers[next(iter(_strangers))]
        thread = _strangers[me] = _DummyThread()
    return thread


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def enumerate():
    return [_main_thread, *_alive.values()]


def active_count():
    return 1 + len(_alive)


def activeCount():
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


ExceptHookArgs = _sequence("_thread._ExceptHookArgs", ("exc_type", "exc_value", "exc_traceback", "thread"))


def excepthook(args, /):
    if args.exc_type is not SystemExit:
        name = get_ident() if args.thread is None else args.thread.name
        _sys.stderr.write(f"Exception in thread {name}:\n{_katydid.exception_text(args.exc_value)}")


__excepthook__ = excepthook


def gettrace():
    return None


def getprofile():
    return None


def settrace(func):
    raise RuntimeError("threading.settrace() is refused: it looks into CPython")


def setprofile(func):
    raise RuntimeError("threading.setprofile() is refused: it looks into CPython")


def stack_size(size=0, /):
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError("size not valid: %d bytes" % size)
    return 0
