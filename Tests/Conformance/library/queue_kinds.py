"""Queues: their kinds, sizes, limits of time, and what is counted."""
import glob
import os
import queue
import threading


def attempt(what, *args, **kwargs):
    try:
        print("  ", repr(what(*args, **kwargs)))
    except Exception as error:
        print("  ", type(error).__name__, error)


for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    print(kind.__name__, [name for name in ("join", "task_done", "full", "maxsize", "put_nowait", "qsize") if hasattr(kind(), name)])
    waiting = kind()
    for number in (2, 3, 1):
        waiting.put(number)
    print(waiting.qsize(), waiting.empty(), waiting.get(), waiting.get_nowait(), waiting.get(timeout=1), waiting.empty())
    attempt(waiting.get, False)
    attempt(waiting.get, timeout=0.01)
    attempt(waiting.get, True, -1)
    attempt(waiting.get, False, -1)
    waiting.put(4, False)
    waiting.put(5, timeout=-3) if kind is queue.SimpleQueue else attempt(waiting.put, 5, timeout=-3)
    found = []
    reader = threading.Thread(target=lambda: found.extend(waiting.get() for _ in range(3)))
    reader.start()
    for number in (7, 8, 9):
        waiting.put(number)
    reader.join()
    print(len(found), issubclass(kind, queue.Queue))
full = queue.Queue(1)
full.put("a")
attempt(full.put_nowait, "b")
attempt(full.put, "b", timeout=0.01)
print(full.full(), full.get(), full.task_done())
attempt(full.task_done)

print("files by patterns")
os.mkdir("queue_kinds.tmp")
for name in ("a.txt", "b.txt", ".hidden", "c.py", "[x]"):
    open(f"queue_kinds.tmp/{name}", "w").close()
for pattern in ("*", "*.txt", "[ab].*", "?.py", ".*", "none", "a.txt", "[[]x]", ""):
    for path in (f"queue_kinds.tmp/{pattern}", f"queue_kinds.tmp/{pattern}".encode()):
        print(sorted(glob.glob(path)), end=" ")
    print(sorted(glob.glob(pattern, root_dir="queue_kinds.tmp")), sorted(glob.iglob(pattern, root_dir="queue_kinds.tmp", include_hidden=True)))
print(glob.escape("a[b]*?"), glob.escape(b"a[b]*?"), glob.has_magic(b"a*"), glob.has_magic("a"), glob.glob(""), glob.glob(b""))
for name in os.listdir("queue_kinds.tmp"):
    os.remove(f"queue_kinds.tmp/{name}")
os.rmdir("queue_kinds.tmp")
