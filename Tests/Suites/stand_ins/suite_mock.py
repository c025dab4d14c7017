"""Stands for `unittest.mock`: objects that note how they are called, and what puts them in another's place."""
import functools
# What is named by its path has to be there: nothing can be imported by a name.
import random
import sys

DEFAULT = object()
_HIDDEN = ("_calls", "_children")


class call(tuple):
    """The arguments of a call."""

    def __new__(cls, *args, **kwargs):
        return tuple.__new__(cls, (args, kwargs))

    args = property(lambda self: self[0])
    kwargs = property(lambda self: self[1])

    def __repr__(self):
        arguments = [repr(arg) for arg in self.args] + [f"{name}={value!r}" for name, value in self.kwargs.items()]
        return f"call({', '.join(arguments)})"


class Mock:
    """Has every attribute, and can be called."""

    def __init__(self, spec=None, return_value=DEFAULT, side_effect=None, wraps=None, name=None, **attributes):
        self.side_effect, self._return, self._wrapped, self._name = side_effect, return_value, wraps, name
        self.call_args_list, self._effects = [], None
        for name, value in attributes.items():
            setattr(self, name, value)

    def __setattr__(self, name, value):
        # Special methods are looked for in the class, so that each of these has a class of its own.
        if name.startswith("__") and name.endswith("__"):
            if type(self) in (Mock, MagicMock):
                self.__class__ = type(type(self).__name__, (type(self),), {})
            setattr(type(self), name, lambda mock, *args, **kwargs: value(*args, **kwargs))
        else:
            object.__setattr__(self, name, value)

    def __getattr__(self, name):
        if name.startswith("__") or name.startswith("assert"):
            raise AttributeError(name)
        child = type(self)() if type(self) in (Mock, MagicMock) else Mock()
        object.__setattr__(self, name, child)
        return child

    @property
    def return_value(self):
        if self._return is DEFAULT:
            self._return = type(self)()
        return self._return

    @return_value.setter
    def return_value(self, value):
        self._return = value

    called = property(lambda self: bool(self.call_args_list))
    call_count = property(lambda self: len(self.call_args_list))
    call_args = property(lambda self: self.call_args_list[-1] if self.call_args_list else None)
    mock_calls = property(lambda self: self.call_args_list)

    def __call__(self, *args, **kwargs):
        self.call_args_list.append(call(*args, **kwargs))
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
                if result is not DEFAULT:
                    return result
            else:
                if self._effects is None:
                    self._effects = iter(effect)
                return next(self._effects)
        if self._wrapped is not None and self._return is DEFAULT:
            return self._wrapped(*args, **kwargs)
        return self.return_value

    def reset_mock(self):
        self.call_args_list.clear()

    def assert_called(self):
        assert self.called, "Expected to have been called."

    def assert_not_called(self):
        assert not self.called, f"Expected not to have been called. Called {self.call_count} times."

    def assert_called_once(self):
        assert self.call_count == 1, f"Expected to have been called once. Called {self.call_count} times."

    def assert_called_with(self, *args, **kwargs):
        assert self.call_args == call(*args, **kwargs), f"Expected: {call(*args, **kwargs)} Actual: {self.call_args}"

    def assert_called_once_with(self, *args, **kwargs):
        self.assert_called_once()
        self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        for each in calls:
            assert each in self.call_args_list, f"{each} not found"


class MagicMock(Mock):
    """Has the special methods of containers, too."""

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


class _Patch:
    """Puts something in an attribute's place: within `with`, or while a decorated function runs."""

    def __init__(self, owner, name, new, attributes):
        self.owner, self.name, self.new, self.attributes = owner, name, new, attributes

    def start(self):
        owner = self.owner() if callable(self.owner) and not isinstance(self.owner, type) else self.owner
        self.found, self.had = owner, self.name in vars(owner)
        self.old = vars(owner).get(self.name)
        new = MagicMock(**self.attributes) if self.new is DEFAULT else self.new
        setattr(owner, self.name, new)
        return new

    def stop(self):
        if self.had:
            setattr(self.found, self.name, self.old)
        else:
            delattr(self.found, self.name)

    def __enter__(self):
        return self.start()

    def __exit__(self, *details):
        self.stop()

    def __call__(self, function):
        @functools.wraps(function)
        def patched(*args, **kwargs):
            with self as new:
                more = (new,) if self.new is DEFAULT else ()
                return function(*args, *more, **kwargs)

        return patched


def _owner(path):
    """The module or class of a dotted name."""
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        found = sys.modules.get(".".join(parts[:count]))
        if found is not None:
            for part in parts[count:]:
                found = getattr(found, part)
            return found
    raise ModuleNotFoundError(f"No module named {parts[0]!r}")


def patch(target, new=DEFAULT, **attributes):
    path, _, name = target.rpartition(".")
    return _Patch(lambda: _owner(path), name, new, attributes)


def _patch_object(target, attribute, new=DEFAULT, **attributes):
    return _Patch(target if isinstance(target, type) else lambda: target, attribute, new, attributes)


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.target, self.values, self.clears = in_dict, dict(values, **kwargs), clear

    def __enter__(self):
        self.old = dict(self.target)
        if self.clears:
            self.target.clear()
        self.target.update(self.values)
        return self.target

    def __exit__(self, *details):
        self.target.clear()
        self.target.update(self.old)


patch.object = _patch_object
patch.dict = _patch_dict


class _patch_multiple:
    def __init__(self, target, **attributes):
        self.patches = [patch(f"{target}.{name}", new) if isinstance(target, str) else patch.object(target, name, new)
                        for name, new in attributes.items()]

    def __enter__(self):
        for each in self.patches:
            each.start()

    def __exit__(self, *details):
        for each in self.patches:
            each.stop()


patch.multiple = _patch_multiple
