"""Threads and what they wait for: names, states, texts of exceptions, waits that are over at once."""
import threading, sys, io, re, time
def t(f):
    try: r = repr(f())
    except BaseException as e: r = type(e).__name__ + " " + str(e)
    print(re.sub(r"started( daemon)? \d+", r"started\1 N", re.sub(r"stopped( daemon)? \d+", r"stopped\1 N", re.sub(r"0x[0-9a-f]+", "0x", r))))
T = threading
th = T.Thread(target=lambda: None); t(lambda: th); t(lambda: th.ident); t(lambda: th.name); th.start(); t(lambda: th.ident is not None); th.join(); t(lambda: th); t(lambda: th.start()); t(lambda: th.is_alive()); t(lambda: th.native_id is not None)
th = T.Thread(target=time.sleep, args=(0.05,), daemon=True); th.start(); t(lambda: th); t(lambda: th in T.enumerate()); t(lambda: T.active_count()); t(lambda: setattr(th, "daemon", False)); th.join(); 
t(lambda: T.Thread(group=1)); t(lambda: T.Thread(name="x").name); t(lambda: T.Thread(name=5).name); t(lambda: T.Thread(daemon=5).daemon); t(lambda: T.Thread(target=print).name.split()[-1]); t(lambda: T.Thread(target=print).join()); t(lambda: T.current_thread().join()); t(lambda: T.current_thread()); t(lambda: T.main_thread() is T.current_thread()); t(lambda: T.current_thread().name); t(lambda: T.Thread(1, 2, 3, 4, 5, 6))
class N(T.Thread):
    def __init__(self): pass
t(lambda: N().start()); t(lambda: N().join()); t(lambda: N()); t(lambda: N().daemon); t(lambda: setattr(N(), "daemon", True)); t(lambda: N().name)
def boom(): raise ValueError("b")
err, sys.stderr = sys.stderr, io.StringIO(); th = T.Thread(target=boom, name="bad"); th.start(); th.join(); got, sys.stderr = sys.stderr.getvalue(), err
print(re.sub(r'File ".*?"', 'File "F"', "\n".join(l for l in got.split("\n") if "threading" not in l and "self." not in l and "^^" not in l)))
def hook(args): print(type(args), args.exc_type, args.exc_value, args.thread.name, len(args), args[0])
T.excepthook = hook; th = T.Thread(target=boom, name="bad2"); th.start(); th.join(); 
def bad(args): raise KeyError("hook")
T.excepthook = bad; err, sys.stderr = sys.stderr, io.StringIO(); th = T.Thread(target=boom, name="bad2"); th.start(); th.join(); got, sys.stderr = sys.stderr.getvalue(), err; print(got.split("\n")[0], got.split("\n")[-2]); T.excepthook = T.__excepthook__
th = T.Thread(target=sys.exit, args=(3,)); th.start(); th.join(); t(lambda: th.is_alive())
L = T.Lock(); t(lambda: L); t(lambda: L.acquire()); t(lambda: L); t(lambda: L.acquire(False)); t(lambda: L.acquire(timeout=0.01)); t(lambda: L.acquire(False, 1)); t(lambda: L.acquire(timeout=-5)); t(lambda: L.acquire(timeout=1e20)); t(lambda: L.locked()); t(lambda: L.release()); t(lambda: L.release()); t(lambda: L.__enter__()); t(lambda: L.__exit__(None, None, None)); t(lambda: T.Lock(1))
R = T.RLock(); t(lambda: R.release()); t(lambda: R.acquire()); t(lambda: R.acquire()); t(lambda: re.sub(r"owner=\d+", "owner=N", repr(R))); t(lambda: R.release()); t(lambda: R.release()); t(lambda: R.release()); t(lambda: R)
E = T.Event(); t(lambda: E); t(lambda: E.is_set()); t(lambda: E.wait(0.01)); t(lambda: E.set()); t(lambda: E.wait()); t(lambda: E); t(lambda: E.clear()); t(lambda: E.wait(0)); t(lambda: E.wait(-1))
C = T.Condition(); t(lambda: C.wait()); t(lambda: C.notify()); t(lambda: C.notify_all()); t(lambda: re.sub(r"owner=\d+", "owner=N", repr(C)))
with C: t(lambda: C.wait(0.01)); t(lambda: C.wait_for(lambda: False, 0.01)); t(lambda: C.wait_for(lambda: 5)); t(lambda: C.notify(3))
S = T.Semaphore(2); t(lambda: S); t(lambda: S.acquire()); t(lambda: S.acquire()); t(lambda: S.acquire(False)); t(lambda: S.acquire(timeout=0.01)); t(lambda: S.acquire(False, 1)); t(lambda: S.release(2)); t(lambda: S); t(lambda: S.release(0)); t(lambda: T.Semaphore(-1)); t(lambda: T.Semaphore("x")); t(lambda: T.BoundedSemaphore(1).release()); t(lambda: T.BoundedSemaphore(1)); 
b = T.BoundedSemaphore(2); b.acquire(); t(lambda: b.release(2)); t(lambda: b)
B = T.Barrier(2); t(lambda: B); t(lambda: B.parties); t(lambda: B.n_waiting); t(lambda: B.broken); t(lambda: B.wait(0.01)); t(lambda: B.broken); t(lambda: B.wait()); t(lambda: B); B.reset(); t(lambda: B.broken); B.abort(); t(lambda: B.broken); t(lambda: T.Barrier(1, action=lambda: print("act")).wait()); t(lambda: T.Barrier(0)); t(lambda: T.Barrier("x"))
out = []; tm = T.Timer(0.01, out.append, [1]); tm.start(); tm.join(); t(lambda: out); tm = T.Timer(5, out.append, [1]); tm.start(); tm.cancel(); tm.join(); t(lambda: out); t(lambda: tm); t(lambda: type(tm).__mro__); t(lambda: T.Timer())
l = T.local(); l.x = 1; t(lambda: l.x); th = T.Thread(target=lambda: out.append(getattr(l, "x", "none"))); th.start(); th.join(); t(lambda: out); t(lambda: l.__dict__); t(lambda: l.y); t(lambda: T.local(1)); t(lambda: T.local)
class ML(T.local):
    z = 5
    def __init__(self, a): self.a = a
m = ML(3); m.a = 4; th = T.Thread(target=lambda: out.append((m.a, m.z))); th.start(); th.join(); t(lambda: (out[-1], m.a)); t(lambda: vars(m)); t(lambda: delattr(m, "q")); t(lambda: setattr(m, "__dict__", {}))
t(lambda: T.stack_size()); t(lambda: T.stack_size(-1)); t(lambda: T.stack_size(1)); t(lambda: T.TIMEOUT_MAX); t(lambda: T.ThreadError); t(lambda: T.__all__); t(lambda: T.get_ident() == T.current_thread().ident); t(lambda: T.get_native_id() > 0); t(lambda: T.Lock); t(lambda: type(T.Lock())); t(lambda: type(T.RLock())); t(lambda: T.gettrace()); t(lambda: T.BrokenBarrierError.__mro__[1]); t(lambda: T.Thread.__init__.__defaults__); t(lambda: T.ExceptHookArgs((1,)))
import _thread; done = []; t(lambda: isinstance(_thread.start_new_thread(done.append, (1,)), int)); time.sleep(0.02); t(lambda: done); t(lambda: _thread.allocate_lock()); t(lambda: _thread.LockType); t(lambda: _thread.start_new_thread(5, ())); t(lambda: _thread.start_new_thread(print, 5)); t(lambda: _thread.error is RuntimeError); t(lambda: _thread.exit())
