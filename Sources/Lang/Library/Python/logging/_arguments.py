"""Reading the arguments that configuration files give handlers, which CPython evaluates: literals and names."""
import re as _re

_TOKEN = _re.compile(r"""\s*(?:(?P<text>[rR]?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))|(?P<number>[-+]?\d+(?:\.\d*)?)"""
                     r"""|(?P<name>[A-Za-z_][\w.]*)|(?P<mark>[()\[\]{},:=*]))""")
_ESCAPE = _re.compile(r"\\(.)", _re.S)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
_CLOSING = {"(": ")", "[": "]", "{": "}"}


class _Reader:
    def __init__(self, text, named):
        self.text, self.named, self.tokens, at = text, named, [], 0
        text = text.strip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                self.fail()
            self.tokens.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()

    def fail(self):
        raise ValueError(f"arguments {self.text!r} are refused: only literals and names can be read")

    def take(self):
        if not self.tokens:
            self.fail()
        return self.tokens.pop(0)

    def has(self, mark):
        return bool(self.tokens) and self.tokens[0] == ("mark", mark)

    def value(self):
        kind, token = self.take()
        if kind == "text":
            body = token.lstrip("rR")[1:-1]
            return body if token[0] in "rR" else _ESCAPE.sub(lambda m: _ESCAPED.get(m[1], m[1]), body)
        if kind == "number":
            return float(token) if "." in token else int(token)
        if kind == "name":
            return self.named(token)
        if token not in _CLOSING:
            self.fail()
        return self.items(token)

    def items(self, opening):
        items, keys, has_comma = [], [], False
        while not self.has(_CLOSING[opening]):
            items.append(self.value())
            if opening == "{":
                keys.append(items.pop())
                if self.take() != ("mark", ":"):
                    self.fail()
                items.append(self.value())
            if self.has(","):
                self.take()
                has_comma = True
            elif not self.has(_CLOSING[opening]):
                self.fail()
        self.take()
        if opening == "{":
            return dict(zip(keys, items))
        if opening == "[":
            return items
        return items[0] if len(items) == 1 and not has_comma else tuple(items)


def read(text, named):
    """The value that a text stands for; `named` gives those of names."""
    reader = _Reader(text, named)
    value = reader.value()
    if reader.tokens:
        reader.fail()
    return value
