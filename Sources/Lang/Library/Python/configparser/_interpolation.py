"""Values that name other values."""
import re as _re
import warnings as _warnings
from configparser._faults import (
    InterpolationDepthError, InterpolationMissingOptionError, InterpolationSyntaxError, MAX_INTERPOLATION_DEPTH,
    NoOptionError, NoSectionError)

__name__ = "configparser"


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    _mark = "%"
    _pattern = _re.compile(r"%(?:%|\(([^)]+)\)s|(.?))", _re.S)
    _escaped, _reference = "%%", _re.compile(r"%\(([^)]+)\)s")

    def before_get(self, parser, section, option, value, defaults):
        return self._filled(parser, section, option, value, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        rest = self._reference.sub("", value.replace(self._escaped, ""))
        if self._mark in rest:
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, rest.find(self._mark)))
        return value

    def _filled(self, parser, section, option, raw, text, values, depth):
        if self._mark not in text:
            return text
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)

        def replaced(match):
            if match.group() == self._escaped:
                return self._mark
            if match.group(1) is None:
                self._fail(option, section, text[match.start():], match.group(2))
            return self._value(parser, section, option, raw, match.group(1), values, depth)

        return self._pattern.sub(replaced, text)

    def _fail(self, option, section, rest, after):
        if after == "(":
            raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
        raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % rest)

    def _value(self, parser, section, option, raw, name, values, depth):
        key = parser.optionxform(name)
        if key not in values:
            raise InterpolationMissingOptionError(option, section, raw, key) from None
        return self._filled(parser, section, option, raw, values[key] or "", values, depth + 1)


class ExtendedInterpolation(BasicInterpolation):
    _mark = "$"
    _pattern = _re.compile(r"\$(?:\$|\{([^}]+)\}|(.?))", _re.S)
    _escaped, _reference = "$$", _re.compile(r"\$\{([^}]+)\}")

    def _fail(self, option, section, rest, after):
        if after == "{":
            raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
        raise InterpolationSyntaxError(option, section, "'$' must be followed by '$' or '{', found: %r" % rest)

    def _value(self, parser, section, option, raw, name, values, depth):
        path = name.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, "More than one ':' found: %r" % ("${%s}" % name))
        other = section
        try:
            if len(path) == 2:
                other, key = path[0], parser.optionxform(path[1])
                text = parser.get(other, key, raw=True)
                values = dict(parser.items(other, raw=True))
            else:
                text = values[parser.optionxform(name)]
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        return self._filled(parser, other, option, raw, text or "", values, depth + 1)


class LegacyInterpolation(Interpolation):
    """What `%` makes of a value, again and again."""

    _names = _re.compile(r"%\(([^)]*)\)s|.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _warnings.warn("LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the "
                       "configparser module in Python 3.13. Use BasicInterpolation or ExtendedInterpolation instead.",
                       DeprecationWarning, stacklevel=2)

    def before_get(self, parser, section, option, value, defaults):
        text = value
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not text or "%(" not in text:
                return text
            text = self._names.sub(lambda match: match.group() if match.group(1) is None else
                                   f"%({parser.optionxform(match.group(1))})s", text)
            try:
                text = text % defaults
            except KeyError as error:
                raise InterpolationMissingOptionError(option, section, value, error.args[0]) from None
        if text and "%(" in text:
            raise InterpolationDepthError(option, section, value)
        return text
