from collections import deque
from queue import Empty, Full

from _refusals import refuser as _refuser
from gevent._hub import Waiters
from gevent.event import Event


class Queue:
    """Items between greenlets; iterating ends at an item that is StopIteration."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        if maxsize is not None and maxsize <= 0:
            if maxsize == 0:
                # 0 is no limit, as in the standard library.
                pass
            maxsize = None
        self._maxsize = maxsize
        self._getters = Waiters()
        self._putters = Waiters()
        self.queue = self._make(items)

    def _make(self, items):
        return deque(items)

    def _add(self, item):
        self.queue.append(item)

    def _take(self):
        return self.queue.popleft()

    def _first(self):
        return self.queue[0]

    @property
    def maxsize(self):
        return self._maxsize

    def __repr__(self):
        return "<%s at 0x%x queue=%r>" % (type(self).__name__, id(self), self.queue)

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.qsize()

    def full(self):
        return self._maxsize is not None and self.qsize() >= self._maxsize

    def put(self, item, block=True, timeout=None):
        while self.full():
            if not block or not self._putters.wait(timeout):
                raise Full
        self._add(item)
        self._getters.wake(1)

    def put_nowait(self, item):
        self.put(item, block=False)

    def _await_item(self, block, timeout):
        while not self.qsize():
            if not block or not self._getters.wait(timeout):
                raise Empty

    def get(self, block=True, timeout=None):
        self._await_item(block, timeout)
        item = self._take()
        self._putters.wake(1)
        return item

    def get_nowait(self):
        return self.get(block=False)

    def peek(self, block=True, timeout=None):
        self._await_item(block, timeout)
        return self._first()

    def peek_nowait(self):
        return self.peek(block=False)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise StopIteration
        return item

    next = __next__


SimpleQueue = Queue


class LifoQueue(Queue):
    def _make(self, items):
        return list(items)

    def _take(self):
        return self.queue.pop()

    def _first(self):
        return self.queue[-1]


class PriorityQueue(Queue):
    # heapq is loaded only where it is needed.
    def _make(self, items):
        import heapq

        heap = list(items)
        heapq.heapify(heap)
        return heap

    def _add(self, item):
        import heapq

        heapq.heappush(self.queue, item)

    def _take(self):
        import heapq

        return heapq.heappop(self.queue)


class JoinableQueue(Queue):
    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        Queue.__init__(self, maxsize, items)
        self._done = Event()
        self._done.set()
        self.unfinished_tasks = unfinished_tasks if unfinished_tasks else self.qsize()
        if self.unfinished_tasks:
            self._done.clear()

    def put(self, item, block=True, timeout=None):
        Queue.put(self, item, block, timeout)
        self.unfinished_tasks += 1
        self._done.clear()

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if not self.unfinished_tasks:
            self._done.set()

    def join(self, timeout=None):
        return self._done.wait(timeout)


__getattr__ = _refuser(__name__)
