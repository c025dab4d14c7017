from gevent._hub import Waiters
from gevent.event import Event
from gevent.greenlet import Greenlet, GreenletExit, joinall
from gevent.lock import DummySemaphore, Semaphore


class Group:
    """Greenlets that are looked after together."""

    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = set(*args)
        self._empty = Event()
        if not self.greenlets:
            self._empty.set()
        for greenlet in list(self.greenlets):
            greenlet.rawlink(self._discard)

    def __repr__(self):
        return "<%s at 0x%x %s>" % (type(self).__name__, id(self), self.greenlets)

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        greenlet.rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty.clear()

    def _discard(self, greenlet):
        self.discard(greenlet)

    def discard(self, greenlet):
        self.greenlets.discard(greenlet)
        if not self.greenlets:
            self._empty.set()

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        greenlet = self.greenlet_class(*args, **kwargs)
        self.start(greenlet)
        return greenlet

    def full(self):
        return False

    def wait_available(self, timeout=None):
        return True

    def join(self, timeout=None, raise_error=False):
        greenlets = list(self.greenlets)
        done = self._empty.wait(timeout)
        if raise_error:
            for greenlet in greenlets:
                if greenlet.exception is not None:
                    raise greenlet.exception
        return bool(done)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        greenlets = list(self.greenlets)
        for greenlet in greenlets:
            greenlet.kill(exception, block=False)
        if block:
            joinall(greenlets, timeout)

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet in self.greenlets:
            greenlet.kill(exception, block, timeout)

    def apply(self, func, args=None, kwds=None):
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_async(self, func, args=None, kwds=None, callback=None):
        if self.full():
            return Greenlet.spawn(self._apply_late, func, args, kwds, callback)
        greenlet = self.spawn(func, *(args or ()), **(kwds or {}))
        if callback is not None:
            greenlet.link_value(lambda source: callback(source.value))
        return greenlet

    def _apply_late(self, func, args, kwds, callback):
        value = self.apply(func, args, kwds)
        if callback is not None:
            callback(value)
        return value

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        value = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, value)
        return value

    def map(self, func, iterable):
        return list(self.imap(func, iterable))

    def map_cb(self, func, iterable, callback=None):
        values = self.map(func, iterable)
        if callback is not None:
            callback(values)
        return values

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, maxsize=None):
        return _Mapping(self, func, zip(*iterables), True, maxsize)

    def imap_unordered(self, func, *iterables, maxsize=None):
        return _Mapping(self, func, zip(*iterables), False, maxsize)


class _Mapping:
    """The results of a function over many arguments, which a greenlet of its own spawns as there is room."""

    def __init__(self, group, func, arguments, ordered, maxsize):
        self._group = group
        self._func = func
        self._ordered = ordered
        self._room = DummySemaphore() if maxsize is None else Semaphore(maxsize)
        self._results = {}
        self._next = 0
        self._count = None
        self._fault = None
        self._waiters = Waiters()
        Greenlet.spawn(self._feed, arguments)

    def _feed(self, arguments):
        number = 0
        try:
            for item in arguments:
                self._room.acquire()
                greenlet = self._group.spawn(self._func, *item)
                greenlet.rawlink(self._note(number))
                number += 1
        except BaseException as error:
            self._fault = error
        self._count = number
        self._waiters.wake()

    def _note(self, number):
        def note(greenlet):
            key = number if self._ordered else len(self._results) + self._next
            self._results[key] = greenlet
            self._waiters.wake()

        return note

    def __iter__(self):
        return self

    def __next__(self):
        while self._next not in self._results:
            if self._count is not None and self._next >= self._count:
                if self._fault is not None:
                    fault, self._fault = self._fault, None
                    raise fault
                raise StopIteration
            self._waiters.wait()
        greenlet = self._results.pop(self._next)
        self._next += 1
        self._room.release()
        if greenlet.exception is not None:
            raise greenlet.exception
        return greenlet.value

    next = __next__


class Pool(Group):
    """A group with room for a number of greenlets: spawning one more waits."""

    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError("size must not be negative: %r" % (size,))
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._room = DummySemaphore() if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        return self._room.wait(timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def start(self, greenlet, blocking=True, timeout=None):
        if not self._room.acquire(blocking, timeout):
            raise PoolFull()
        greenlet.rawlink(lambda _: self._room.release())
        Group.start(self, greenlet)

    def add(self, greenlet, blocking=True, timeout=None):
        Group.add(self, greenlet)


class PoolFull(Exception):
    pass
