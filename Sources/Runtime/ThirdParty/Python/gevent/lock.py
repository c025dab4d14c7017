import _katydid
from gevent._hub import Linkable, Waiters


class Semaphore(Linkable):
    def __init__(self, value=1, hub=None):
        Linkable.__init__(self)
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self.counter = value
        self._waiters = Waiters()

    def __repr__(self):
        return "<%s at 0x%x counter=%s _links[%d]>" % (type(self).__name__, id(self), self.counter, len(self._waiters))

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def acquire(self, blocking=True, timeout=None):
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking:
            return False
        # Whoever releases hands its turn to the first in line, so that nobody can be overtaken.
        return self._waiters.wait(timeout)

    def release(self):
        if len(self._waiters):
            self._waiters.wake(1)
        else:
            self.counter += 1
            self._notify()
        return self.counter

    def wait(self, timeout=None):
        if self.counter <= 0 and self.acquire(timeout=timeout):
            self.release()
        return self.counter

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, kind, value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, hub=None):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self):
        if self.counter >= self._initial_value:
            raise ValueError("Semaphore released too many times")
        return Semaphore.release(self)


class DummySemaphore:
    def __init__(self, value=None):
        pass

    def locked(self):
        return False

    def ready(self):
        return True

    def acquire(self, blocking=True, timeout=None):
        return True

    def release(self):
        pass

    def wait(self, timeout=None):
        return 1

    def rawlink(self, callback):
        pass

    def unlink(self, callback):
        pass

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        pass


class RLock:
    def __init__(self, hub=None):
        self._block = Semaphore(1)
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=None):
        me = _katydid.thread()
        if self._owner == me:
            self._count += 1
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def __enter__(self):
        return self.acquire()

    def release(self):
        if self._owner != _katydid.thread():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, kind, value, traceback):
        self.release()

    def locked(self):
        return self._block.locked()
