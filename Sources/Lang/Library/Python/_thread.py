"""The lowest names of threading."""
from threading import Lock as allocate_lock, RLock, TIMEOUT_MAX, get_ident, get_native_id, local as _local, stack_size
from threading._waiting import lock as LockType

error = RuntimeError


def start_new_thread(function, args, kwargs={}, /):
    import threading

    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    thread = threading.Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident


def exit():
    raise SystemExit


allocate, start_new, exit_thread = allocate_lock, start_new_thread, exit
