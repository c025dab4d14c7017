"""The lowest names of threading."""
from threading import Lock as allocate_lock, RLock, TIMEOUT_MAX, get_ident, local as _local
from threading._waiting import lock as LockType

error = RuntimeError


def start_new_thread(function, args, kwargs=None):
    import threading
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident
