import time, gevent
from gevent import monkey
monkey.patch_all()
t = time.time()
def f(n, x=1):
    gevent.sleep(0.1)
    return n * 2
gs = [gevent.spawn(f, i) for i in range(5)]
print(bool(gs[0]), gs[0].ready(), gs[0].value)
print(len(gevent.joinall(gs)), [g.value for g in gs], round(time.time() - t, 1))
def bad(): raise ValueError("no")
b = gevent.spawn(bad)
b.join()
print(b.exception, b.successful(), b.ready(), b.dead, b.value)
try: b.get()
except ValueError as e: print("got", e)
with gevent.Timeout(0.05, False):
    gevent.sleep(1)
    print("not here")
try:
    with gevent.Timeout(0.05): gevent.sleep(1)
except gevent.Timeout as e: print("timeout", e)
print(gevent.with_timeout(0.05, f, 1, timeout_value="late"), gevent.with_timeout(0.5, f, 1))
k = gevent.spawn(f, 1); gevent.sleep(0); k.kill(); print(repr(k.value), k.successful())
from gevent.pool import Pool, Group
p = Pool(2)
t = time.time()
print(p.map(f, range(4)), round(time.time() - t, 1))
print(sorted(p.imap_unordered(f, range(3))), list(p.imap(f, range(3))))
g = Group(); g.spawn(f, 1); g.spawn(f, 2); print(len(g)); g.join(); print(len(g))
from gevent.event import Event, AsyncResult
e = Event(); a = AsyncResult()
gevent.spawn_later(0.05, e.set); print(e.wait(1), e.wait(0.01), e.is_set())
gevent.spawn(a.set, 5); print(a.get())
from gevent.lock import Semaphore, BoundedSemaphore, RLock
s = Semaphore(1)
with s: print(s.locked(), s.acquire(blocking=False))
try: BoundedSemaphore(1).release()
except ValueError as e: print(e)
import gevent.queue
q = gevent.queue.Queue()
def prod():
    for i in range(3): q.put(i); gevent.sleep(0.01)
    q.put(StopIteration)
gevent.spawn(prod); print(list(q))
try: q.get(timeout=0.01)
except gevent.queue.Empty as e: print("empty")
h = gevent.spawn(f, 3); h.link(lambda g: print("linked", g.value)); h.join(); gevent.sleep(0)
print([x.value for x in gevent.iwait([gevent.spawn(f, 1), gevent.spawn(f, 2)])])
try: gevent.nothing
except AttributeError as e: print("no pywsgi")
