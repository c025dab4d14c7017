"""Constants, templates and the formatter behind str.format."""
import re as _re

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


_missing = object()


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = _re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__.get("pattern")
        if own is None:
            cls._compiled = None
        else:
            cls._compiled = _re.compile(own, cls.flags | _re.VERBOSE) if isinstance(own, str) else own

    _compiled = None

    @classmethod
    def _regex(cls):
        if cls._compiled is None:
            delimiter = _re.escape(cls.delimiter)
            name = cls.idpattern
            braced = cls.braceidpattern or cls.idpattern
            text = (delimiter + "(?:(?P<escaped>" + delimiter + ")|(?P<named>" + name + ")|{(?P<braced>" + braced
                    + ")}|(?P<invalid>))")
            cls._compiled = _re.compile(text, cls.flags | _re.VERBOSE)
        return cls._compiled

    def __init__(self, template):
        self.template = template

    def _fail(self, match):
        at = match.start("invalid")
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = at - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _values(self, mapping, keywords):
        if mapping is _missing:
            return keywords
        if keywords:
            from collections import ChainMap
            return ChainMap(keywords, mapping)
        return mapping

    def _kind(self, match):
        """What a match is, by the group that has it, and the name in it."""
        for group in ("named", "braced", "escaped", "invalid"):
            text = match.group(group)
            if text is not None:
                return group, text
        raise ValueError("Unrecognized named group in pattern", self.pattern)

    def _replaced(self, mapping, keywords, is_safe):
        values = self._values(mapping, keywords)

        def convert(match):
            kind, name = self._kind(match)
            if kind == "escaped":
                return self.delimiter
            if kind == "invalid":
                return match.group() if is_safe else self._fail(match)
            try:
                return str(values[name])
            except KeyError:
                if is_safe:
                    return match.group()
                raise

        return self._regex().sub(convert, self.template)

    def substitute(self, mapping=_missing, /, **kws):
        return self._replaced(mapping, kws, False)

    def safe_substitute(self, mapping=_missing, /, **kws):
        return self._replaced(mapping, kws, True)

    def is_valid(self):
        return "invalid" not in [self._kind(match)[0] for match in self._regex().finditer(self.template)]

    def get_identifiers(self):
        found = [self._kind(match) for match in self._regex().finditer(self.template)]
        return list(dict.fromkeys([name for kind, name in found if kind in ("named", "braced")]))

    @property
    def pattern(self):
        return self._regex()


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, text, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        out = []
        for literal, name, spec, conversion in self.parse(text):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto)
                auto += 1
            elif name.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(value, spec))
        return "".join(out), auto

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        """Gives (literal, field name, spec, conversion) for each piece, the last three None for a last literal."""
        literal = []
        at, end = 0, len(format_string)
        while at < end:
            character = format_string[at]
            at += 1
            if character == "{":
                if at < end and format_string[at] == "{":
                    yield "".join(literal) + "{", None, None, None
                    literal = []
                    at += 1
                    continue
                if at >= end:
                    raise ValueError("Single '{' encountered in format string")
                start, depth = at, 1
                while at < end and depth:
                    if format_string[at] == "{":
                        depth += 1
                    elif format_string[at] == "}":
                        depth -= 1
                    elif format_string[at] == "[" and depth == 1:
                        close = format_string.find("]", at)
                        if close > 0:
                            at = close
                    at += 1
                if depth:
                    raise ValueError("expected '}' before end of string")
                yield ("".join(literal), *self._field(format_string[start:at - 1]))
                literal = []
            elif character == "}":
                if at < end and format_string[at] == "}":
                    yield "".join(literal) + "}", None, None, None
                    literal = []
                    at += 1
                    continue
                raise ValueError("Single '}' encountered in format string")
            else:
                literal.append(character)
        if literal:
            yield "".join(literal), None, None, None

    def _field(self, text):
        at, inside = 0, False
        while at < len(text):
            if text[at] == "[":
                inside = True
            elif text[at] == "]":
                inside = False
            elif text[at] in "!:" and not inside:
                break
            at += 1
        name, rest = text[:at], text[at:]
        conversion = None
        if rest.startswith("!"):
            if len(rest) < 2:
                raise ValueError("end of string while looking for conversion specifier")
            conversion = rest[1]
            rest = rest[2:]
            if rest and not rest.startswith(":"):
                raise ValueError("expected ':' after conversion specifier")
        return name, rest[1:], conversion

    def get_field(self, field_name, args, kwargs):
        at = 0
        while at < len(field_name) and field_name[at] not in ".[":
            at += 1
        first, rest = field_name[:at], field_name[at:]
        if first.isdigit():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == ".":
                at = 1
                while at < len(rest) and rest[at] not in ".[":
                    at += 1
                if at == 1:
                    raise ValueError("Empty attribute in format string")
                value = getattr(value, rest[1:at])
            else:
                at = rest.find("]") + 1
                if not at:
                    raise ValueError("Missing ']' in format string")
                if at == 2:
                    raise ValueError("Empty attribute in format string")
                key = rest[1:at - 1]
                value = value[int(key) if key.isdigit() else key]
                if at < len(rest) and rest[at] not in ".[":
                    raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            rest = rest[at:]
        return value, first
