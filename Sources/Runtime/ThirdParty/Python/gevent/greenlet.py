import _greenlets
import _katydid
from greenlet import GreenletExit
from gevent._hub import Linkable, Waiters, complain, start_fiber

_current = {}


def getcurrent():
    """The greenlet that runs; for users and for the main program an object that only stands for it."""
    number = _katydid.thread()
    greenlet = _current.get(number)
    return greenlet if greenlet is not None else RawGreenlet(number)


def throw_into(number, exception):
    """Has an exception raised in a thread: at once in the running one."""
    if number == _katydid.thread():
        raise exception
    return _greenlets.throw(number, exception)


def instance(exception):
    return exception() if isinstance(exception, type) else exception


class RawGreenlet:
    """A user, or the main program: whatever runs and was not spawned by gevent."""

    def __init__(self, number):
        self._number = number

    def __eq__(self, other):
        return isinstance(other, RawGreenlet) and other._number == self._number

    def __hash__(self):
        return hash(self._number)

    def __repr__(self):
        return "<greenlet.greenlet object at 0x%x (otid=0x%x) current active started>" % (self._number, self._number)

    @property
    def dead(self):
        return False

    def throw(self, *arguments):
        throw_into(self._number, instance(arguments[0] if arguments else GreenletExit))


class _Link:
    """A link that runs its callback in a greenlet of its own, if the outcome is of its kind."""

    def __init__(self, callback, wants):
        self.callback = callback
        self.wants = wants

    def __call__(self, source):
        if self.wants is None or self.wants == source.successful():
            spawn(self.callback, source)

    def __eq__(self, other):
        return self.callback == (other.callback if isinstance(other, _Link) else other)

    def __hash__(self):
        return hash(self.callback)


class Greenlet(Linkable):
    """A function that runs beside whoever has spawned it; it gives way only where it waits."""

    value = None
    args = ()
    kwargs = {}

    def __init__(self, run=None, *args, **kwargs):
        Linkable.__init__(self)
        if run is not None:
            if not callable(run):
                raise TypeError("The run argument or self._run must be callable")
            self._run = run
        elif not hasattr(self, "_run"):
            raise TypeError("The run argument or self._run must be callable")
        self.args = args
        self.kwargs = kwargs
        self.value = None
        self._exception = None
        self._state = "new"
        self._number = None
        self._waiters = Waiters()
        self._delay = Waiters()
        self._doomed = None

    @classmethod
    def spawn(cls, *args, **kwargs):
        greenlet = cls(*args, **kwargs)
        greenlet.start()
        return greenlet

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        if args and not callable(args[0]) and cls is Greenlet:
            raise TypeError("function must be callable")
        greenlet = cls(*args, **kwargs)
        greenlet.start_later(seconds)
        return greenlet

    def start(self):
        if self._state == "new":
            self._state = "started"
            start_fiber(self._live)

    def start_later(self, seconds):
        if self._state == "new":
            self._state = "started"
            start_fiber(lambda: self._live(seconds))

    def _live(self, delay=None):
        if delay is not None and self._doomed is None:
            self._delay.wait(delay)
        if self._doomed is not None:
            self._end(self._doomed)
            return
        self._number = _katydid.thread()
        _current[self._number] = self
        self._state = "running"
        try:
            self.value = self._run(*self.args, **self.kwargs)
        except BaseException as error:
            outcome = error
        else:
            outcome = None
        del _current[self._number]
        self._end(outcome)

    def _end(self, exception):
        self._state = "dead"
        self._number = None
        if isinstance(exception, GreenletExit):
            self.value = exception
        elif exception is not None:
            self._exception = exception
            complain(exception, self)
        self._waiters.wake()
        self._notify()

    @property
    def exception(self):
        return self._exception

    @property
    def exc_info(self):
        error = self._exception
        return () if error is None else (type(error), error, error.__traceback__)

    @property
    def dead(self):
        return self._state == "dead"

    @property
    def started(self):
        return self._state in ("started", "running")

    @property
    def loop(self):
        return None

    @property
    def name(self):
        return self.__dict__.get("_name") or "Greenlet-%d" % id(self)

    @name.setter
    def name(self, value):
        self._name = value

    def ready(self):
        return self._state == "dead"

    def successful(self):
        return self._state == "dead" and self._exception is None

    def __bool__(self):
        return self._state in ("started", "running")

    def __repr__(self):
        function = getattr(self, "_run", None)
        label = getattr(function, "__name__", None) or repr(function)
        arguments = [repr(item) for item in self.args]
        arguments += ["%s=%r" % item for item in self.kwargs.items()]
        if arguments:
            label += "(%s)" % ", ".join(arguments)
        return "<%s at 0x%x: %s>" % (type(self).__name__, id(self), label)

    def join(self, timeout=None):
        if not self.ready():
            self._waiters.wait(timeout)

    def get(self, block=True, timeout=None):
        if not self.ready():
            if not block:
                from gevent.timeout import Timeout

                raise Timeout()
            if not self._waiters.wait(timeout):
                from gevent.timeout import Timeout

                raise Timeout(timeout)
        if self._exception is not None:
            raise self._exception
        return self.value

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self.ready():
            return
        error = instance(exception)
        if self._state == "new":
            self._end(error)
            return
        if self._number is None:
            self._doomed = error
            self._delay.wake()
        elif self._number == _katydid.thread():
            raise error
        else:
            _greenlets.throw(self._number, error)
        if block:
            self.join(timeout)

    def throw(self, *arguments):
        error = instance(arguments[0] if arguments else GreenletExit)
        if self._state == "new":
            self._end(error)
        else:
            self.kill(error, block=False)

    def link(self, callback, SpawnedLink=None):
        self.rawlink(_Link(callback, None))

    def link_value(self, callback, SpawnedLink=None):
        self.rawlink(_Link(callback, True))

    def link_exception(self, callback, SpawnedLink=None):
        self.rawlink(_Link(callback, False))

    def has_links(self):
        return bool(self._links)


def spawn(*args, **kwargs):
    return Greenlet.spawn(*args, **kwargs)


def spawn_later(seconds, *args, **kwargs):
    return Greenlet.spawn_later(seconds, *args, **kwargs)


def spawn_raw(function, *args, **kwargs):
    start_fiber(lambda: function(*args, **kwargs))


def iwait(objects, timeout=None, count=None):
    """The objects as they become ready: greenlets, events, results, semaphores."""
    import time

    objects = list(objects)
    end = None if timeout is None else time.monotonic() + timeout
    left = len(objects) if count is None else min(count, len(objects))
    waiters = Waiters()
    done = []

    def note(item):
        if not any(item is other for other in done):
            done.append(item)
            waiters.wake()

    for item in objects:
        item.rawlink(note)
    given = 0
    try:
        while given < left:
            if given == len(done):
                rest = None if end is None else end - time.monotonic()
                if rest is not None and rest <= 0 or not waiters.wait(rest):
                    return
            while given < left and given < len(done):
                given += 1
                yield done[given - 1]
    finally:
        for item in objects:
            item.unlink(note)


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        import time

        # Everything that was spawned and hasn't ended.
        end = None if timeout is None else time.monotonic() + timeout
        me = getcurrent()
        while True:
            others = [item for item in list(_current.values()) if item is not me]
            if not others:
                return True
            rest = None if end is None else end - time.monotonic()
            if rest is not None and rest <= 0:
                return False
            others[0].join(rest)
    return list(iwait(objects, timeout, count))


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    done = []
    for greenlet in iwait(greenlets, timeout, count):
        if raise_error and isinstance(greenlet, Greenlet) and greenlet.exception is not None:
            raise greenlet.exception
        done.append(greenlet)
    return done


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    greenlets = [item for item in greenlets if not item.ready()]
    for greenlet in greenlets:
        greenlet.kill(exception, block=False)
    if block:
        alive = joinall(greenlets, timeout)
        if len(alive) < len(greenlets):
            from gevent.timeout import Timeout

            raise Timeout(timeout)


def kill(greenlet, exception=GreenletExit):
    greenlet.kill(exception, block=False)
