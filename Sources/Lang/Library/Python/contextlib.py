"""Helpers for the with statement."""
import abc
import sys
from functools import wraps


class AbstractContextManager(abc.ABC):
    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is not AbstractContextManager:
            return NotImplemented
        for name in ("__enter__", "__exit__"):
            method = next((base.__dict__[name] for base in C.__mro__ if name in base.__dict__), None)
            if method is None:
                return NotImplemented
        return True


class AbstractAsyncContextManager(abc.ABC):
    pass


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self._again = lambda: type(self)(func, args, kwds)
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        return self._again()

    def __enter__(self):
        # What was given to the function need not live as long as the block.
        del self._again
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is value:
                error.__traceback__ = traceback
                return False
            # A StopIteration that passed through comes out as the cause of a RuntimeError.
            if isinstance(value, StopIteration) and error.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            error.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    raise RuntimeError("asynccontextmanager is refused: users already run concurrently; use contextmanager")


def aclosing(thing):
    raise RuntimeError("aclosing is refused: users already run concurrently; use closing")


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class chdir(AbstractContextManager):
    def __init__(self, path):
        self.path = path

    def __enter__(self):
        import os
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        pass


def _follow(error, pending, outer):
    """Has the chain of a new exception lead to the one that was pending, not to the one handled outside."""
    while error.__context__ is not None and error.__context__ is not pending:
        if error.__context__ is outer:
            error.__context__ = pending
            return
        error = error.__context__


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._callbacks = []

    def pop_all(self):
        other = type(self)()
        other._callbacks, self._callbacks = self._callbacks, []
        return other

    def push(self, exit):
        method = getattr(type(exit), "__exit__", None)
        if method is None:
            self._callbacks.append((False, exit, (), {}))
        else:
            self._callbacks.append((False, lambda *details: method(exit, *details), (), {}))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
            raise TypeError("'%s.%s' object does not support the context manager protocol"
                            % (cls.__module__, cls.__qualname__)) from None
        exit = cls.__exit__
        result = cls.__enter__(cm)
        self._callbacks.append((False, lambda *details: exit(cm, *details), (), {}))
        return result

    def callback(self, callback, /, *args, **kwds):
        self._callbacks.append((True, callback, args, kwds))
        return callback

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        received = exc_details[1]
        outer = sys.exc_info()[1]
        pending, suppressed, raised = received, False, False
        while self._callbacks:
            plain, callback, args, kwds = self._callbacks.pop()
            try:
                if plain:
                    callback(*args, **kwds)
                elif callback(*(type(pending) if pending is not None else None, pending,
                                getattr(pending, "__traceback__", None))):
                    suppressed, raised, pending = True, False, None
            except BaseException as error:
                _follow(error, pending, outer)
                raised, pending = True, error
        if raised:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return received is not None and suppressed

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack:
    def __init__(self):
        raise RuntimeError("AsyncExitStack is refused: users already run concurrently; use ExitStack")
