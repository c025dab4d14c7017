"""Functions to call at the end."""
_callbacks = []


def register(func, /, *args, **kwargs):
    _callbacks.append((func, args, kwargs))
    return func


def unregister(func, /):
    _callbacks[:] = [item for item in _callbacks if item[0] != func]


def _run_exitfuncs():
    while _callbacks:
        func, args, kwargs = _callbacks.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            import _katydid
            _katydid.write("Exception ignored in atexit callback: %r\n" % func + _katydid.exception_text(error), True)


def _ncallbacks():
    return len(_callbacks)
