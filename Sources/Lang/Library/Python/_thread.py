"""The lowest names of threading."""
from threading import Lock as allocate_lock, Lock as LockType, RLock, TIMEOUT_MAX, get_ident, local as _local

error = RuntimeError


def start_new_thread(function, args, kwargs=None):
    import threading
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident
