"""Threads, and what they wait for: errors, reprs, attributes of their own."""
import re
import threading as t


def shown(value):
    return re.sub(r"0x[0-9a-f]+|\d{4,}", "…", repr(value))


def tried(function, *arguments, **keywords):
    try:
        print(shown(function(*arguments, **keywords)))
    except BaseException as error:
        print(repr(error))


print(t.__all__)
lock, event = t.Lock(), t.Event()
for value in (type(lock), type(t.RLock()), lock, t.RLock(), event, t.Condition(lock), t.Semaphore(2),
              t.BoundedSemaphore(), t.Barrier(3), t.local(), t.Timer(1, print), t.ExceptHookArgs, t.ThreadError,
              t.TIMEOUT_MAX, t.gettrace(), t.getprofile()):
    print(shown(value))
tried(lock.acquire, False, 1)
tried(lock.acquire, True, -2)
tried(lock.acquire, timeout=1e10)
tried(lock.release)
tried(t.RLock().release)
tried(t.Condition().wait)
tried(t.Condition().notify)
tried(t.Semaphore, -1)
tried(t.Semaphore().acquire, False, 1)
tried(t.Semaphore().release, 0)
tried(t.BoundedSemaphore().release, 2)
tried(t.Thread().join)
tried(t.current_thread().join)
tried(t.Thread, group=1)
tried(t.Thread, name=5)
tried(t.Thread, target=print, name="n", daemon=True)
tried(t.Thread, target=print)
tried(t.local, 1)
tried(t.Condition, 5)
tried(t.Barrier(2).wait, 0.01)
done = []
thread = t.Thread(target=done.append, args=(1,))
thread.start()
thread.join()
print(done, thread.is_alive(), thread.ident > 0, thread.daemon, thread.name)
tried(thread.start)
tried(setattr, thread, "daemon", True)


def hook(args):
    print("hook", args.exc_type, args.exc_value, args.thread.name, type(args).__name__)


def fails():
    raise ValueError("x")


t.excepthook = hook
thread = t.Thread(target=fails, name="zz")
thread.start()
thread.join()


class Own(t.local):
    kind = "class"

    def __init__(self, a):
        self.a = a

    @property
    def double(self):
        return self.a * 2

    @double.setter
    def double(self, value):
        self.a = value // 2


own, seen = Own(3), []
own.b = 5


def look():
    seen.append((own.a, hasattr(own, "b"), own.double, own.kind, own.__dict__))
    own.double = 40


thread = t.Thread(target=look)
thread.start()
thread.join()
print(seen, own.a, own.b, own.__dict__)
own.double = 10
print(own.a, own.double, own.__dict__)
tried(lambda: own.zz)
tried(delattr, own, "zz")
del own.b
print(hasattr(own, "b"))
again = t.RLock()
print(again.acquire(), again.acquire(), "count=2" in repr(again), again.release(), again.release())
print(t.active_count(), [thread.name for thread in t.enumerate()], t.main_thread() is t.current_thread())
timer = t.Timer(5, print)
timer.start()
timer.cancel()
timer.join()
print(timer.is_alive(), timer.finished.is_set())
barrier, places = t.Barrier(2), []
thread = t.Thread(target=lambda: places.append(barrier.wait()))
thread.start()
places.append(barrier.wait())
thread.join()
print(sorted(places), barrier.n_waiting, barrier.broken, barrier.parties)
barrier.abort()
print(shown(barrier), barrier.broken)
tried(barrier.wait)
barrier.reset()
print(barrier.broken)
for guard in (t.Semaphore(), t.Lock(), t.RLock(), t.Condition()):
    with guard as value:
        print(value)
condition, items = t.Condition(), []


def take():
    with condition:
        condition.wait_for(lambda: items)
        print("took", items.pop())


thread = t.Thread(target=take)
thread.start()
with condition:
    items.append(1)
    condition.notify_all()
thread.join()
print(event.wait(0.01), event.set(), event.wait(), event.clear(), event.is_set())
