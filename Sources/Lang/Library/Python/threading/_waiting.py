"""What threads wait for. Threads take turns and only give theirs up where they park, so counting needs no guard."""
import _katydid
from collections import deque as _deque
from time import monotonic as _monotonic

__name__ = "threading"

TIMEOUT_MAX = 9223372036.0


def _deadline(timeout):
    """When a wait of some seconds is over; None for never."""
    if timeout is None:
        return None
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timestamp out of range for platform time_t")
    return _monotonic() + timeout


class _Queue:
    """Threads that wait, first come first served."""

    __slots__ = ("entries",)

    def __init__(self):
        self.entries = _deque()

    def __len__(self):
        return len(self.entries)

    def wait(self, deadline):
        """Parks the running thread until `wake` reaches it; False when the time was up first."""
        # The second item says that it was reached: being unparked alone can mean something else.
        entry = [_katydid.thread(), False]
        self.entries.append(entry)
        try:
            while not entry[1]:
                left = None if deadline is None else deadline - _monotonic()
                if left is not None and left <= 0:
                    break
                _katydid.park(left)
        finally:
            if not entry[1]:
                self.entries.remove(entry)
        return entry[1]

    def wake(self, count):
        for _ in range(min(count, len(self.entries))):
            entry = self.entries.popleft()
            entry[1] = True
            _katydid.unpark(entry[0])

    def wake_all(self):
        self.wake(len(self.entries))


def _lock_deadline(blocking, timeout):
    """When an attempt to take a lock is given up; the arguments of `acquire` are checked."""
    if timeout == -1:
        return None
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0:
        raise ValueError("timeout value must be positive")
    return _deadline(timeout)


class lock:
    __module__ = "_thread"
    __slots__ = ("_is_held", "_waiting", "__weakref__")

    def __init__(self):
        self._is_held, self._waiting = False, _Queue()

    def acquire(self, blocking=True, timeout=-1):
        if self._is_held or timeout != -1:
            deadline = _lock_deadline(blocking, timeout)
            while self._is_held:
                if not blocking or not self._waiting.wait(deadline):
                    return False
        self._is_held = True
        return True

    def release(self):
        if not self._is_held:
            raise RuntimeError("release unlocked lock")
        self._is_held = False
        if self._waiting.entries:
            self._waiting.wake(1)

    def locked(self):
        return self._is_held

    __enter__ = acquire

    def __exit__(self, kind, value, traceback):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._is_held else 'unlocked'} _thread.lock object at 0x{id(self):x}>"


class _RLock:
    """A lock that its owner can take again; it must be released as often."""

    __module__ = "_thread"
    __slots__ = ("_owner", "_depth", "_waiting", "__weakref__")

    def __init__(self):
        self._owner, self._depth, self._waiting = None, 0, _Queue()

    def acquire(self, blocking=True, timeout=-1):
        me = _katydid.thread()
        if self._owner is None and timeout == -1:
            self._owner = me
        elif self._owner != me or timeout != -1:
            deadline = _lock_deadline(blocking, timeout)
            while self._owner is not None and self._owner != me:
                if not blocking or not self._waiting.wait(deadline):
                    return False
            self._owner = me
        self._depth += 1
        return True

    def release(self):
        if self._owner != _katydid.thread():
            raise RuntimeError("cannot release un-acquired lock")
        self._depth -= 1
        if self._depth == 0:
            self._release_save()

    def _is_owned(self):
        return self._owner == _katydid.thread()

    def _release_save(self):
        if self._owner is None:
            raise RuntimeError("cannot release un-acquired lock")
        depth = self._depth
        self._owner, self._depth = None, 0
        if self._waiting.entries:
            self._waiting.wake(1)
        return depth

    def _acquire_restore(self, depth):
        self.acquire()
        self._depth = depth

    __enter__ = acquire

    def __exit__(self, kind, value, traceback):
        self.release()

    def __repr__(self):
        state = "locked" if self._depth else "unlocked"
        return f"<{state} _thread.RLock object owner={self._owner or 0} count={self._depth} at 0x{id(self):x}>"


_RLock.__name__ = _RLock.__qualname__ = "RLock"


def allocate_lock(*args, **kwargs):
    if args or kwargs:
        raise TypeError("_thread.allocate_lock() takes no %s" % (
            "keyword arguments" if kwargs else f"arguments ({len(args)} given)"))
    return lock()


# Classes don't bind it: `lock_class = threading.Lock` is usual in them.
Lock = _katydid.built_in(allocate_lock, "_thread")


def RLock(*args, **kwargs):
    return _RLock()


class Condition:
    """A lock whose owner can wait for another owner's word."""

    def __init__(self, lock=None):
        self._lock = lock = RLock() if lock is None else lock
        self._waiters = _Queue()
        self.acquire, self.release = lock.acquire, lock.release
        # Locks that can be taken more than once know how to give up all of it.
        for name in ("_is_owned", "_release_save", "_acquire_restore"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _is_owned(self):
        if not self._lock.acquire(False):
            return True
        self._lock.release()
        return False

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        deadline = _deadline(timeout)
        state = self._release_save()
        try:
            return self._waiters.wait(deadline)
        finally:
            self._acquire_restore(state)

    def wait_for(self, predicate, timeout=None):
        deadline = _deadline(timeout)
        while not (result := predicate()):
            left = None if deadline is None else deadline - _monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._waiters.wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated("notifyAll() is deprecated, use notify_all() instead")
        self.notify_all()

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"


class Semaphore:
    """A number of permits."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value, self._waiting = value, _Queue()

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        deadline = _deadline(timeout)
        while self._value == 0:
            if not blocking or not self._waiting.wait(deadline):
                return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n
        self._waiting.wake(n)

    def __exit__(self, *args):
        self.release()

    def _permits(self):
        return self._value

    def __repr__(self):
        return f"<{_title(self)}: value={self._permits()}>"


class BoundedSemaphore(Semaphore):
    """A semaphore that never has more permits than at its beginning."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n >= 1 and self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)

    def _permits(self):
        return f"{self._value}/{self._initial_value}"


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._flag, self._waiting = False, _Queue()

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated("isSet() is deprecated, use is_set() instead")
        return self.is_set()

    def set(self):
        self._flag = True
        self._waiting.wake_all()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        # Whoever was woken has seen the flag, even when it was taken back at once.
        return self._flag or self._waiting.wait(_deadline(timeout))

    def __repr__(self):
        return f"<{_title(self)}: {'set' if self._flag else 'unset'}>"


class BrokenBarrierError(RuntimeError):
    pass


class _Round:
    """Those who wait together at a barrier."""

    def __init__(self):
        self.count, self.is_over, self.is_broken = 0, False, False


class Barrier:
    """Where threads wait until there are enough of them."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._parties, self._action, self._timeout = parties, action, timeout
        self._round, self._is_broken = _Round(), False

    def _end_round(self, is_broken):
        """Lets go those who wait; who comes later belongs to the next round."""
        self._round.is_over, self._round.is_broken = True, is_broken
        self._round = _Round()
        self._cond.notify_all()

    def wait(self, timeout=None):
        limit = self._timeout if timeout is None else timeout
        with self._cond:
            if self._is_broken:
                raise BrokenBarrierError
            mine = self._round
            place, mine.count = mine.count, mine.count + 1
            if mine.count >= self._parties:
                try:
                    if self._action:
                        self._action()
                except BaseException:
                    self._break()
                    raise
                self._end_round(False)
            elif not self._cond.wait_for(lambda: mine.is_over, limit):
                self._break()
            if mine.is_broken:
                raise BrokenBarrierError
            return place

    def _break(self):
        self._is_broken = True
        self._end_round(True)

    def reset(self):
        with self._cond:
            self._is_broken = False
            self._end_round(True)

    def abort(self):
        with self._cond:
            self._break()

    parties = property(lambda self: self._parties)
    n_waiting = property(lambda self: self._round.count)
    broken = property(lambda self: self._is_broken)

    def __repr__(self):
        if self._is_broken:
            return f"<{_title(self)}: broken>"
        return f"<{_title(self)}: waiters={self.n_waiting}/{self.parties}>"


def _title(thing):
    kind = type(thing)
    return f"{kind.__module__}.{kind.__qualname__} at 0x{id(thing):x}"


def _deprecated(message):
    import warnings

    warnings.warn(message, DeprecationWarning, stacklevel=3)
