"""Reading expressions of literals, names, subscripts and alternatives: what CPython evaluates in configuration files
and in annotations that are kept as text."""
import re as _re

_TOKEN = _re.compile(r"""\s*(?:(?P<text>[rRbB]?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))|(?P<number>-?\d+(?:\.\d*)?)"""
                     r"""|(?P<name>[^\W\d]\w*)|(?P<mark>\.\.\.|[()\[\]{},:.|*])|$)""")
_ESCAPE = _re.compile(r"\\(.)", _re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_CONSTANTS = {"None": None, "True": True, "False": False}


class _Reader:
    def __init__(self, text, named):
        self.text, self.named, self.tokens, at = text, named, [], 0
        text = text.strip()
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None or match.end() == at:
                self.fail()
            self.tokens.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()

    def fail(self):
        raise SyntaxError(f"only literals, names, subscripts and alternatives can be read, not {self.text!r}")

    def take(self):
        if not self.tokens:
            self.fail()
        return self.tokens.pop(0)

    def has(self, mark):
        return bool(self.tokens) and self.tokens[0] == ("mark", mark)

    def value(self):
        """Values with `|` between them."""
        value = self.primary()
        while self.has("|"):
            self.take()
            value = value | self.primary()
        return value

    def primary(self):
        """A value with attributes and subscripts behind it."""
        value = self.atom()
        while self.has(".") or self.has("["):
            if self.take()[1] == ".":
                kind, name = self.take()
                if kind != "name":
                    self.fail()
                value = getattr(value, name)
            else:
                items, is_tuple = self.items("]")
                value = value[tuple(items) if is_tuple or len(items) != 1 else items[0]]
        return value

    def atom(self):
        kind, token = self.take()
        if kind == "text":
            body = token.lstrip("rRbB")[1:-1]
            if token[0] not in "rR":
                body = _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), body)
            return body.encode() if token[0] in "bB" else body
        if kind == "number":
            return float(token) if "." in token else int(token)
        if kind == "name":
            return _CONSTANTS[token] if token in _CONSTANTS else self.named(token)
        if token == "...":
            return ...
        if token == "{":
            return self.mapping()
        if token not in _CLOSING:
            self.fail()
        items, is_tuple = self.items(_CLOSING[token])
        if token == "[":
            return items
        return tuple(items) if is_tuple or not items else items[0]

    def items(self, closing):
        """The values up to a bracket, and whether a comma makes a tuple of them."""
        items, has_comma = [], False
        while not self.has(closing):
            items.append(self.value())
            if self.has(","):
                self.take()
                has_comma = True
            elif not self.has(closing):
                self.fail()
        self.take()
        return items, has_comma

    def mapping(self):
        found = {}
        while not self.has("}"):
            key = self.value()
            if self.take() != ("mark", ":"):
                self.fail()
            found[key] = self.value()
            if self.has(","):
                self.take()
            elif not self.has("}"):
                self.fail()
        self.take()
        return found


def read(text, named):
    """The value of an expression; `named` gives those of names."""
    reader = _Reader(text, named)
    value = reader.value()
    if reader.tokens:
        reader.fail()
    return value
