"""Waiting and links, on which the rest of gevent is made."""
import sys
import time
from collections import deque

import _greenlets
import _katydid


class LoopExit(Exception):
    pass


class BlockingSwitchOutError(AssertionError):
    pass


class Waiters:
    """Those who wait for one thing, in the order in which they came."""

    def __init__(self):
        self._waiting = deque()

    def __len__(self):
        return len(self._waiting)

    def wait(self, timeout=None):
        """Parks the running greenlet until it is woken; False when the time is up."""
        end = None if timeout is None else time.monotonic() + timeout
        me = [_katydid.thread(), False]
        self._waiting.append(me)
        while not me[1]:
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                self._waiting.remove(me)
                return False
            try:
                _katydid.park(left)
            except BaseException as error:
                if not me[1]:
                    self._waiting.remove(me)
                if type(error) is RuntimeError and left is None:
                    raise LoopExit("This operation would block forever") from None
                raise
        return True

    def wake(self, count=None):
        """Has the first ones go on; all without a count."""
        while self._waiting and count != 0:
            waiter = self._waiting.popleft()
            waiter[1] = True
            _katydid.unpark(waiter[0])
            if count is not None:
                count -= 1


_kept = set()


def start_fiber(function):
    """Runs a function on a fiber of its own, from the loop's next turn on."""

    def run():
        try:
            function()
        finally:
            _kept.discard(run)

    _kept.add(run)
    _katydid.spawn(run)


def complain(exception, context):
    """Says on standard error what a greenlet that nobody asks has died of."""
    sys.stderr.write(_greenlets.traceback(exception))
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    sys.stderr.write("%s %s failed with %s\n\n" % (now, context, type(exception).__name__))


class Linkable:
    """Calls functions when something has happened."""

    def __init__(self):
        self._links = []

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError("Expected callable: %r" % (callback,))
        self._links.append(callback)
        if self.ready():
            start_fiber(self._notify)

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)

    def _notify(self):
        if not self.ready():
            return
        for link in list(self._links):
            if link not in self._links:
                continue
            try:
                link(self)
            except Exception as error:
                complain(error, link)
