"""Printing nested values over several lines, so that they can be read."""
import io as _io
import re as _re
import sys as _sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]

_PLAIN = (str, bytes, bytearray, int, float, bool, type(None))


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._flat(object, (), 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Order:
    """Sorts values of any types: by themselves where they compare, else by type and place in memory."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_order(pair):
    return _Order(pair[0]), _Order(pair[1])


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth = indent, width, depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sorts, self._underscores = bool(compact), sort_dicts, underscore_numbers
        self._is_readable, self._is_recursive = True, False

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._put(object, out, 0, 0, (), 0)
        return "".join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, is_readable, is_recursive = self.format(object, {}, 0, 0)
        return is_readable and not is_recursive

    def format(self, object, context, maxlevels, level):
        outside = self._is_readable, self._is_recursive
        self._is_readable, self._is_recursive = True, False
        text = self._flat(object, tuple(context), level)
        result = text, self._is_readable, self._is_recursive
        self._is_readable, self._is_recursive = outside
        return result

    def _text(self, value, outer, level):
        """The value on one line, as a subclass may write it."""
        if type(self).format is PrettyPrinter.format:
            return self._flat(value, outer, level)
        text, is_readable, is_recursive = self.format(value, dict.fromkeys(outer, 1), self._depth, level)
        self._is_readable = self._is_readable and is_readable
        self._is_recursive = self._is_recursive or is_recursive
        return text

    def _flat(self, value, outer, level):
        """The value on one line."""
        kind, form = type(value), type(value).__repr__
        if kind is int and self._underscores:
            return format(value, "_d")
        if form not in (dict.__repr__, list.__repr__, tuple.__repr__) or not issubclass(kind, (dict, list, tuple)):
            text = repr(value)
            if text[:1] == "<":
                self._is_readable = False
            return text
        brackets = "{}" if issubclass(kind, dict) else "[]" if issubclass(kind, list) else "()"
        if not value:
            return brackets
        if self._depth and level >= self._depth:
            self._is_readable = False
            return brackets[0] + "..." + brackets[1]
        if id(value) in outer:
            self._is_readable, self._is_recursive = False, True
            return "<Recursion on %s with id=%s>" % (kind.__name__, id(value))
        outer = outer + (id(value),)
        if brackets == "{}":
            pairs = sorted(value.items(), key=_pair_order) if self._sorts else value.items()
            parts = ["%s: %s" % (self._text(key, outer, level + 1), self._text(item, outer, level + 1))
                     for key, item in pairs]
        else:
            parts = [self._text(item, outer, level + 1) for item in value]
        tail = "," if brackets == "()" and len(parts) == 1 else ""
        return brackets[0] + ", ".join(parts) + tail + brackets[1]

    def _put(self, value, out, column, room, outer, level):
        """Writes a value that begins at a column and is followed by `room` characters on its last line."""
        if id(value) in outer:
            self._is_recursive, self._is_readable = True, False
            out.append("<Recursion on %s with id=%s>" % (type(value).__name__, id(value)))
            return
        text = self._text(value, outer, level)
        put = self._broken(value) if len(text) > self._width - column - room else None
        if put is None:
            out.append(text)
        else:
            put(value, out, column, room + 1, outer + (id(value),), level + 1)

    def _broken(self, value):
        """How to write a value over several lines; None when it can't be."""
        kind, form = type(value), type(value).__repr__
        for base, method in ((dict, self._dict), (list, self._list), (tuple, self._tuple), (set, self._set),
                             (frozenset, self._set), (str, self._str), (bytes, self._bytes),
                             (bytearray, self._bytes)):
            if issubclass(kind, base) and form is base.__repr__:
                return method
        module = kind.__module__
        if module == "collections" and kind.__name__ in ("OrderedDict", "Counter", "defaultdict", "deque", "ChainMap",
                                                        "UserDict", "UserList", "UserString"):
            return self._collection
        for base in kind.__mro__:
            if base.__module__ == "types" and base.__name__ == "SimpleNamespace" and form is base.__repr__:
                return self._namespace
        if kind.__name__ == "mappingproxy":
            return self._proxy
        # Only the text that a dataclass was given can be broken, not one that its author wrote.
        is_made = hasattr(kind, "__dataclass_fields__") and hasattr(form, "__is_dataclass_repr__")
        return self._dataclass if is_made else None

    def _items(self, items, out, column, room, outer, level):
        """Values one below the other, or as many on a line as fit."""
        column += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        items = list(items)
        gap, width = "", self._width - column + 1
        left = width
        for at, item in enumerate(items):
            is_last = at == len(items) - 1
            if is_last:
                left -= room
                width -= room
            if self._compact:
                text = self._text(item, outer, level)
                need = len(text) + 2
                if left < need:
                    left = width
                    gap = gap and ",\n" + " " * column
                if left >= need:
                    left -= need
                    out.append(gap + text)
                    gap = ", "
                    continue
            out.append(gap)
            gap = ",\n" + " " * column
            self._put(item, out, column, room if is_last else 1, outer, level)

    def _pairs(self, pairs, out, column, room, outer, level):
        column += self._indent
        pairs = list(pairs)
        for at, (key, value) in enumerate(pairs):
            text = self._text(key, outer, level)
            out.append((",\n" + " " * column if at else "") + text + ": ")
            self._put(value, out, column + len(text) + 2, room if at == len(pairs) - 1 else 1, outer, level)

    def _dict(self, value, out, column, room, outer, level):
        out.append("{" + " " * (self._indent - 1))
        self._pairs(sorted(value.items(), key=_pair_order) if self._sorts else value.items(), out, column, room, outer,
                    level)
        out.append("}")

    def _list(self, value, out, column, room, outer, level):
        out.append("[")
        self._items(value, out, column, room, outer, level)
        out.append("]")

    def _tuple(self, value, out, column, room, outer, level):
        end = ",)" if len(value) == 1 else ")"
        out.append("(")
        self._items(value, out, column, room - 1 + len(end), outer, level)
        out.append(end)

    def _set(self, value, out, column, room, outer, level):
        if not value:
            out.append(repr(value))
            return
        name = type(value).__name__
        start, end = ("{", "}") if type(value) is set else (name + "({", "})")
        out.append(start)
        self._items(sorted(value, key=_Order), out, column + len(start) - 1, room - 1 + len(end), outer, level)
        out.append(end)

    def _str(self, value, out, column, room, outer, level):
        """Strings are broken at spaces, each piece with its own quotes."""
        if not value:
            out.append(repr(value))
            return
        pieces, lines = [], value.splitlines(True)
        # Room was counted for a closing bracket, which there is only round the whole.
        if level == 1:
            column += 1
        else:
            room -= 1
        width = full = self._width - column
        for at, line in enumerate(lines):
            is_last = at == len(lines) - 1
            if is_last:
                full -= room
            if len(repr(line)) <= full:
                pieces.append(repr(line))
                continue
            words, current = _re.findall(r"\S*\s*", line)[:-1], ""
            for number, word in enumerate(words):
                limit = width - room if is_last and number == len(words) - 1 else width
                if len(repr(current + word)) > limit:
                    if current:
                        pieces.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                pieces.append(repr(current))
        self._joined(pieces, out, column, level)

    def _joined(self, pieces, out, column, level):
        is_bracketed = level == 1 and len(pieces) > 1
        text = ("\n" + " " * column).join(pieces)
        out.append("(" + text + ")" if is_bracketed else text)

    def _bytes(self, value, out, column, room, outer, level):
        if isinstance(value, bytearray):
            out.append("bytearray(")
            self._bytes(bytes(value), out, column + 10, room + 1, outer, level + 1)
            out.append(")")
            return
        if len(value) <= 4:
            out.append(repr(value))
            return
        is_bracketed = level == 1
        if is_bracketed:
            column += 1
        else:
            room -= 1
        pieces, current, width = [], b"", self._width - column
        last = len(value) // 4 * 4
        for at in range(0, len(value), 4):
            if at == last:
                width -= room
            part = value[at:at + 4]
            if len(repr(current + part)) > width:
                if current:
                    pieces.append(repr(current))
                current = part
            else:
                current += part
        if current:
            pieces.append(repr(current))
        out.append("(" * is_bracketed + ("\n" + " " * column).join(pieces) + ")" * is_bracketed)

    def _collection(self, value, out, column, room, outer, level):
        kind = type(value)
        name = kind.__name__
        if name in ("UserDict", "UserList", "UserString"):
            self._put(value.data, out, column, room - 1, outer, level - 1)
            return
        if name != "ChainMap" and not len(value):
            out.append(repr(value))
            return
        out.append(name + "(")
        inner = column + len(name) + 1
        if name == "OrderedDict":
            self._put(list(value.items()), out, inner, room, outer, level)
        elif name == "Counter":
            out.append("{" + " " * (self._indent - 1))
            self._pairs(value.most_common(), out, inner, room + 1, outer, level)
            out.append("}")
        elif name == "defaultdict":
            factory = self._flat(value.default_factory, outer, level)
            out.append("%s,\n%s" % (factory, " " * inner))
            self._dict(value, out, inner, room + 1, outer, level)
        elif name == "deque":
            out.append("[")
            self._items(value, out, inner, room + 1 if value.maxlen is None else 2, outer, level)
            out.append("]")
            if value.maxlen is not None:
                out.append(",\n%smaxlen=%s" % (" " * inner, self._flat(value.maxlen, outer, level)))
        else:
            for at, mapping in enumerate(value.maps):
                is_last = at == len(value.maps) - 1
                self._put(mapping, out, inner, room + 0 if is_last else 1, outer, level)
                if not is_last:
                    out.append(",\n" + " " * inner)
        out.append(")")

    def _fields(self, pairs, out, column, room, outer, level):
        for at, (name, value) in enumerate(pairs):
            out.append(name + "=")
            is_last = at == len(pairs) - 1
            if id(value) in outer:
                out.append("...")
            else:
                self._put(value, out, column + len(name) + 1, room - 1 if is_last else 1, outer, level)
            if not is_last:
                out.append(",\n" + " " * column)

    def _proxy(self, value, out, column, room, outer, level):
        out.append("mappingproxy(")
        self._put(value.copy(), out, column + 13, room, outer, level)
        out.append(")")

    def _namespace(self, value, out, column, room, outer, level):
        name = "namespace" if type(value).__name__ == "SimpleNamespace" else type(value).__name__
        out.append(name + "(")
        self._fields(list(vars(value).items()), out, column + len(name) + 1, room, outer, level)
        out.append(")")

    def _dataclass(self, value, out, column, room, outer, level):
        name = type(value).__name__
        out.append(name + "(")
        pairs = [(field.name, getattr(value, field.name))
                 for field in value.__dataclass_fields__.values() if field.repr]
        self._fields(pairs, out, column + len(name) + 1, room, outer, level)
        out.append(")")
