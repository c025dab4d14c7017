import functools
import time


def memoize(timeout, dynamic_timeout=False):
    """Keeps a function's result for `timeout` seconds; with `dynamic_timeout` for twice as long when it was slow."""

    def decorate(function):
        known = None
        expiry = timeout

        @functools.wraps(function)
        def call(*args, **kwargs):
            nonlocal known, expiry
            began = time.time()
            if known is None or began - known[0] > expiry:
                result = function(*args, **kwargs)
                known = (time.time(), result)
                if dynamic_timeout and known[0] - began > expiry:
                    expiry *= 2
            return known[1]

        def clear_cache():
            nonlocal known
            known = None

        call.clear_cache = clear_cache
        return call

    return decorate
