"""Threads and what they wait for. Threads take turns: one goes on until it waits, so plain code is never interrupted."""
import _katydid
import sys as _sys
from collections import deque as _deque
from time import monotonic as _monotonic

TIMEOUT_MAX = 9223372036.0
_threads = {}
_started = set()
_counter = [0]
excepthook_hooks = []


def get_ident():
    return _katydid.thread()


get_native_id = get_ident


def _end(timeout):
    """When a wait ends; None for never."""
    if timeout is None or timeout < 0:
        return None
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return _monotonic() + timeout


def _wait_in(waiters, end):
    """Parks the running thread until whoever takes it out of `waiters` unparks it; False when the time is up."""
    me = [_katydid.thread(), False]
    waiters.append(me)
    while not me[1]:
        left = None if end is None else end - _monotonic()
        if left is not None and left <= 0:
            waiters.remove(me)
            return False
        try:
            _katydid.park(left)
        except BaseException:
            if not me[1]:
                waiters.remove(me)
            raise
    return True


def _wake(waiters, count=1):
    while waiters and count:
        waiter = waiters.popleft()
        waiter[1] = True
        _katydid.unpark(waiter[0])
        count -= 1


class Lock:
    def __init__(self):
        self._held = False
        self._waiters = _deque()

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        end = _end(timeout)
        while self._held:
            if not blocking or not _wait_in(self._waiters, end):
                return False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False
        _wake(self._waiters)

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def __repr__(self):
        return "<%s _thread.lock object at 0x%012x>" % ("locked" if self._held else "unlocked", id(self))


class _RLock:
    def __init__(self):
        self._owner = None
        self._count = 0
        self._waiters = _deque()

    def acquire(self, blocking=True, timeout=-1):
        me = _katydid.thread()
        if self._owner == me:
            self._count += 1
            return True
        end = _end(timeout)
        while self._owner is not None:
            if not blocking or not _wait_in(self._waiters, end):
                return False
        self._owner, self._count = me, 1
        return True

    def release(self):
        if self._owner != _katydid.thread():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            _wake(self._waiters)

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _is_owned(self):
        return self._owner == _katydid.thread()

    def _release_save(self):
        state = self._owner, self._count
        self._owner, self._count = None, 0
        _wake(self._waiters)
        return state

    def _acquire_restore(self, state):
        self.acquire()
        self._count = state[1]

    def __repr__(self):
        return "<%s %s.%s object owner=%r count=%d at 0x%012x>" % (
            "locked" if self._count else "unlocked", "_thread", "RLock", self._owner or 0, self._count, id(self))


def RLock():
    return _RLock()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        return self._lock.locked()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        if hasattr(self._lock, "_release_save"):
            state = self._lock._release_save()
        else:
            state = None
            self._lock.release()
        try:
            return _wait_in(self._waiters, _end(timeout))
        finally:
            if state is None:
                self._lock.acquire()
            else:
                self._lock._acquire_restore(state)

    def wait_for(self, predicate, timeout=None):
        end = _end(timeout)
        result = predicate()
        while not result:
            left = None if end is None else end - _monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        _wake(self._waiters, n)

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._waiters = _deque()

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = _end(timeout)
        while self._value == 0:
            if not blocking or not _wait_in(self._waiters, end):
                return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n
        _wake(self._waiters, n)

    def __exit__(self, *args):
        self.release()

    def __repr__(self):
        return "<%s.%s at 0x%x: value=%d>" % (self.__class__.__module__, self.__class__.__qualname__, id(self),
                                              self._value)


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Event:
    def __init__(self):
        self._flag = False
        self._waiters = _deque()

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True
        _wake(self._waiters, len(self._waiters))

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _wait_in(self._waiters, _end(timeout))
        return self._flag

    def __repr__(self):
        return "<%s.%s at 0x%x: %s>" % (self.__class__.__module__, self.__class__.__qualname__, id(self),
                                        "set" if self._flag else "unset")


class BrokenBarrierError(RuntimeError):
    pass


class _Round:
    """Those who wait together at a barrier."""

    def __init__(self):
        self.count, self.is_over, self.is_broken = 0, False, False


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._parties, self._action, self._timeout = parties, action, timeout
        self._round, self._is_broken = _Round(), False

    def _finish(self, is_broken):
        """Lets go those who wait; who comes later belongs to the next round."""
        self._round.is_over, self._round.is_broken = True, is_broken
        self._round = _Round()
        self._cond.notify_all()

    def wait(self, timeout=None):
        with self._cond:
            if self._is_broken:
                raise BrokenBarrierError
            mine = self._round
            place, mine.count = mine.count, mine.count + 1
            if mine.count < self._parties:
                limit = self._timeout if timeout is None else timeout
                if not self._cond.wait_for(lambda: mine.is_over, limit):
                    self._is_broken = True
                    self._finish(True)
            else:
                try:
                    if self._action:
                        self._action()
                except BaseException:
                    self._is_broken = True
                    self._finish(True)
                    raise
                self._finish(False)
            if mine.is_broken:
                raise BrokenBarrierError
            return place

    def reset(self):
        with self._cond:
            self._is_broken = False
            self._finish(True)

    def abort(self):
        with self._cond:
            self._is_broken = True
            self._finish(True)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._round.count

    @property
    def broken(self):
        return self._is_broken


class local:
    """Attributes that each thread has of its own."""

    def __init__(self, /, *args, **kwargs):
        object.__setattr__(self, "_spaces", {})
        object.__setattr__(self, "_arguments", (args, kwargs))
        if type(self).__init__ is not local.__init__:
            self._spaces[_katydid.thread()] = {}

    def _space(self):
        spaces = object.__getattribute__(self, "_spaces")
        me = _katydid.thread()
        if me not in spaces:
            spaces[me] = {}
            args, kwargs = object.__getattribute__(self, "_arguments")
            if type(self).__init__ is not local.__init__:
                type(self).__init__(self, *args, **kwargs)
        return spaces[me]

    def __getattribute__(self, name):
        if name == "__dict__":
            return local._space(self)
        if name[:1] == "_" and name in ("_spaces", "_arguments", "_space"):
            return object.__getattribute__(self, name)
        space = local._space(self)
        if name in space:
            return space[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        local._space(self)[name] = value

    def __delattr__(self, name):
        space = local._space(self)
        if name not in space:
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        del space[name]


class Thread:
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if name is None:
            _counter[0] += 1
            name = "Thread-%d" % _counter[0]
            if target is not None and hasattr(target, "__name__"):
                name += " (%s)" % target.__name__
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._is_started = False
        self._is_stopped = False
        self._joiners = _deque()
        self._initialized = True

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._is_started:
            raise RuntimeError("threads can only be started once")
        self._is_started = True
        _started.add(self)
        _katydid.spawn(self._bootstrap)

    def _bootstrap(self):
        me = _katydid.thread()
        before = _threads.get(me)
        self._ident = me
        _threads[me] = self
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            self._is_stopped = True
            _started.discard(self)
            if before is None:
                _threads.pop(me, None)
            else:
                _threads[me] = before
            _wake(self._joiners, len(self._joiners))

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._is_started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if not self._is_stopped:
            _wait_in(self._joiners, _end(timeout))

    def is_alive(self):
        return self._is_started and not self._is_stopped

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._is_started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        status = "initial" if not self._is_started else "stopped" if self._is_stopped else "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (self.__class__.__name__, self._name, status)


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"
        self._daemonic = False
        self._ident = _katydid.thread()
        self._is_started, self._is_stopped = True, False
        self._joiners = _deque()
        self._initialized = True


class _DummyThread(_MainThread):
    def __init__(self):
        super().__init__()
        _counter[0] += 1
        self._name = "Dummy-%d" % _counter[0]
        self._daemonic = True


_main = _MainThread()
_threads[_main._ident] = _main


def current_thread():
    me = _katydid.thread()
    thread = _threads.get(me)
    if thread is None:
        thread = _DummyThread()
    return thread


currentThread = current_thread


def main_thread():
    return _main


def active_count():
    return 1 + len([thread for thread in _started if thread.is_alive()])


activeCount = active_count


def enumerate():
    return [_main] + [thread for thread in _started if thread.is_alive()]


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    _sys.stderr.write("Exception in thread %s:\n" % args.thread.name)
    _sys.stderr.write(_katydid.exception_text(args.exc_value))


__excepthook__ = excepthook


def settrace(func):
    raise RuntimeError("threading.settrace() is refused: it looks into CPython")


def setprofile(func):
    raise RuntimeError("threading.setprofile() is refused: it looks into CPython")


def stack_size(size=0):
    return 0
