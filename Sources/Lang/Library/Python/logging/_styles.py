"""Formats of other styles than `%`, and formatters of many records at once."""
import logging as _logging
import re as _re
from logging._records import PercentStyle

__name__ = "logging"

# What may stand in braces: a field with attributes and items of it, and a specification without nested ones.
_FIELD = _re.compile(r"\w+(?:\.\w+|\[[^]]+\])*")
_SPEC = _re.compile(r"(?:.?[<>=^])?[+ -]?#?0?(?:\d+|\{\w+\})?[,_]?(?:\.(?:\d+|\{\w+\}))?[bcdefgnosx%]?", _re.IGNORECASE)
_PLACEHOLDER = _re.compile(r"\$(?:\$|(?P<named>[_a-z]\w*)|\{(?P<braced>[_a-z]\w*)\}|)", _re.IGNORECASE | _re.ASCII)


class StrFormatStyle(PercentStyle):
    """Formats by `{name}`."""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def validate(self):
        from string import Formatter

        has_fields = False
        try:
            for _, name, spec, conversion in Formatter().parse(self._fmt):
                if name:
                    if not _FIELD.fullmatch(name):
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    has_fields = True
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if spec and not _SPEC.fullmatch(spec):
                    raise ValueError(f"bad specifier: {spec!r}")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}")
        if not has_fields:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._fmt.format(**self._values(record))


class StringTemplateStyle(PercentStyle):
    """Formats by `$name` or `${name}`."""

    default_format = "${message}"
    asctime_format = asctime_search = "${asctime}"

    def __init__(self, fmt, *, defaults=None):
        from string import Template

        super().__init__(fmt, defaults=defaults)
        self._tpl = Template(self._fmt)

    def usesTime(self):
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        has_fields = False
        for match in _PLACEHOLDER.finditer(self._fmt):
            if match["named"] or match["braced"]:
                has_fields = True
            elif match[0] == "$":
                raise ValueError("invalid format: bare '$' not allowed")
        if not has_fields:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


class BufferingFormatter:
    """Makes one text of many records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _logging._defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return "".join([self.formatHeader(records), *lines, self.formatFooter(records)])


_STYLES = {
    "%": (PercentStyle, _logging.BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}
