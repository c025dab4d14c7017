"""Writing JSON in pieces, as they come; read when `iterencode` is called."""
from json import _encode

__name__ = "json.encoder"


def pieces(encoder, o, one_shot=False):
    """The texts that the JSON of a value is made of, one after the other."""
    if one_shot and encoder.indent is None:
        return (encoder.encode(o),)
    return _Writer(encoder).value(o, 0)


class _Writer:
    def __init__(self, encoder):
        self.encoder = encoder
        self.open = {} if encoder.check_circular else None
        indent = encoder.indent
        self.indent = indent if indent is None or isinstance(indent, str) else " " * indent

    def _enter(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(o)] = o

    def _leave(self, o):
        if self.open is not None:
            del self.open[id(o)]

    def _plain(self, o):
        """The text of a value that holds no others; None for all else."""
        if o is None or isinstance(o, (str, int, float)):
            encoder = self.encoder
            return _encode(o, False, False, encoder.ensure_ascii, True, encoder.allow_nan, None, None, None, None,
                           False, {})
        return None

    def value(self, o, level):
        text = self._plain(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.items(o, level)
        elif isinstance(o, dict):
            yield from self.pairs(o, level)
        else:
            self._enter(o)
            yield from self.value(self.encoder.default(o), level)
            self._leave(o)

    def items(self, lst, level):
        if not lst:
            yield "[]"
            return
        self._enter(lst)
        between = self.encoder.item_separator
        start = "["
        if self.indent is not None:
            line = "\n" + self.indent * (level + 1)
            between += line
            start += line
        for value in lst:
            text = self._plain(value)
            if text is not None:
                yield start + text
            else:
                yield start
                yield from self.value(value, level + 1)
            start = between
        if self.indent is not None:
            yield "\n" + self.indent * level
        yield "]"
        self._leave(lst)

    def pairs(self, dct, level):
        if not dct:
            yield "{}"
            return
        self._enter(dct)
        yield "{"
        between = self.encoder.item_separator
        if self.indent is not None:
            line = "\n" + self.indent * (level + 1)
            between += line
            yield line
        first = True
        for key, value in sorted(dct.items()) if self.encoder.sort_keys else dct.items():
            if not isinstance(key, str):
                if key is not None and not isinstance(key, (int, float)):
                    if self.encoder.skipkeys:
                        continue
                    raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
                key = self._plain(key)
            if first:
                first = False
            else:
                yield between
            yield self._plain(key)
            yield self.encoder.key_separator
            text = self._plain(value)
            if text is not None:
                yield text
            else:
                yield from self.value(value, level + 1)
        if self.indent is not None:
            yield "\n" + self.indent * level
        yield "}"
        self._leave(dct)
