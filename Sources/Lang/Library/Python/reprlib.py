"""Representations that are kept short, and those of objects that hold themselves."""
import builtins as _builtins
from itertools import islice as _islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """Decorates a `__repr__`: what holds itself is shown by a mark where it comes again."""

    def decorate(function):
        running = set()

        def wrapper(self):
            from threading import get_ident

            key = id(self), get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)

        for name in ("__module__", "__doc__", "__name__", "__qualname__"):
            setattr(wrapper, name, getattr(function, name))
        wrapper.__annotations__ = getattr(function, "__annotations__", {})
        return wrapper

    return decorate


def _in_order(values):
    try:
        return sorted(values)
    except Exception:
        return list(values)


class Repr:
    """Makes representations with limits: of the levels of containers, of what each holds, and of the length of texts."""

    def __init__(self):
        self.fillvalue = "..."
        self.maxlevel = self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray, self.maxdict = 5, 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """By the method for the type's name, where there is one."""
        name = "_".join(type(x).__name__.split())
        return getattr(self, f"repr_{name}", self.repr_instance)(x, level)

    def _held(self, values, count, level, left, right, limit, alone=""):
        if level <= 0 and count:
            text = self.fillvalue
        else:
            parts = [self.repr1(value, level - 1) for value in _islice(values, limit)]
            if count > limit:
                parts.append(self.fillvalue)
            text = ", ".join(parts)
            if count == 1:
                text += alone
        return left + text + right

    def repr_tuple(self, x, level):
        return self._held(x, len(x), level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._held(x, len(x), level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return f"array('{x.typecode}')"
        return self._held(x, len(x), level, f"array('{x.typecode}', [", "])", self.maxarray)

    def repr_set(self, x, level):
        return self._held(_in_order(x), len(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._held(_in_order(x), len(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._held(x, len(x), level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        parts = [f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}"
                 for key in _islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            parts.append(self.fillvalue)
        return "{" + ", ".join(parts) + "}"

    def _halves(self, limit):
        """How much of a text is shown before and after the mark, which counts as three characters."""
        before = max(0, (limit - 3) // 2)
        return before, max(0, limit - 3 - before)

    def _shortened(self, text, limit):
        if len(text) <= limit:
            return text
        before, after = self._halves(limit)
        return text[:before] + self.fillvalue + text[len(text) - after:]

    def repr_str(self, x, level):
        text = _builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        before, after = self._halves(self.maxstring)
        # The quotes are part of what is cut.
        text = _builtins.repr(x[:before] + x[len(x) - after:])
        return text[:before] + self.fillvalue + text[len(text) - after:]

    def repr_int(self, x, level):
        return self._shortened(_builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _builtins.repr(x)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"
        return self._shortened(text, self.maxother)


aRepr = Repr()
repr = aRepr.repr
