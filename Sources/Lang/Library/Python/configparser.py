"""Configuration files in sections of names and values, as in .ini files."""
import itertools as _itertools
import re as _re
from collections.abc import MutableMapping as _MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "RawConfigParser", "SafeConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy", "ConverterMapping",
           "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        super().__init__(msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        super().__init__("No section: %r" % (section,))
        self.section, self.args = section, (section,)


class NoOptionError(Error):
    def __init__(self, option, section):
        super().__init__("No option %r in section: %r" % (option, section))
        self.option, self.section, self.args = option, section, (option, section)


def _where(source, lineno):
    return "While reading from %r%s: " % (source, "" if lineno is None else " [line %2d]" % lineno)


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        what = "ection %r already exists" % section
        super().__init__("S" + what if source is None else _where(source, lineno) + "s" + what)
        self.section, self.source, self.lineno, self.args = section, source, lineno, (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        what = "ption %r in section %r already exists" % (option, section)
        super().__init__("O" + what if source is None else _where(source, lineno) + "o" + what)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        super().__init__(msg)
        self.option, self.section, self.args = option, section, (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, (
            "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid "
            "option name. Raw value: %r") % (option, section, reference, rawval))
        self.reference, self.args = reference, (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, (
            "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation key "
            "which cannot be substituted in %d steps. Raw value: %r")
            % (option, section, MAX_INTERPOLATION_DEPTH, rawval))
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source, filename=None):
        super().__init__("Source contains parsing errors: %r" % source)
        self.source, self.errors, self.args = source, [], (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line))
        self.source, self.lineno, self.line, self.args = filename, lineno, line, (filename, lineno, line)


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
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)

        def replaced(match):
            if match.group() == self._escaped:
                return self._mark
            if match.group(1) is None:
                self._fail(option, section, text[match.start():], match.group(2))
            return self._value(parser, section, option, raw, match.group(1), values, depth)

        return self._pattern.sub(replaced, text) if self._mark in text else text

    def _fail(self, option, section, rest, after):
        if after == "(":
            raise InterpolationSyntaxError(option, section, "bad interpolation variable reference %r" % rest)
        raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % rest)

    def _value(self, parser, section, option, raw, name, values, depth):
        key = parser.optionxform(name)
        if key not in values:
            raise InterpolationMissingOptionError(option, section, raw, key)
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


LegacyInterpolation = BasicInterpolation


class RawConfigParser(_MutableMapping):
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False,
                      "off": False}
    SECTCRE = _re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = _re.compile(r"\S")
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True,
                 empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET):
        self._dict, self._allow_no_value, self._delimiters = dict_type, allow_no_value, tuple(delimiters)
        self._comments, self._inline = tuple(comment_prefixes or ()), tuple(inline_comment_prefixes or ())
        self._strict, self._keeps_empty_lines = strict, empty_lines_in_values
        self.default_section = default_section
        self._interpolation = self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation
        if self._interpolation is None:
            self._interpolation = Interpolation()
        self._sections, self._defaults = dict_type(), dict_type()
        self._proxies = {default_section: SectionProxy(self, default_section)}
        self._converters = {"int": int, "float": float, "boolean": self._convert_to_boolean}
        if converters is not _UNSET:
            self._converters.update(converters)
        for name in self._converters:
            if not hasattr(self, "get" + name):
                setattr(self, "get" + name, self._getter(name))
        ends = "|".join([_re.escape(delimiter) for delimiter in self._delimiters])
        value = r"(?:\s*(?P<vi>%s)\s*(?P<value>.*))" % ends
        self._option = _re.compile(r"(?P<option>.*?)" + value + (r"?$" if allow_no_value else r"$"))
        if defaults:
            self.read_dict({default_section: defaults})

    def _getter(self, name):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
            return self._get_conv(section, option, self._converters[name], raw=raw, vars=vars, fallback=fallback)
        return get

    @property
    def converters(self):
        return self._converters

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def _section(self, section):
        if section == self.default_section:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self.read_file(file, str(name))
            except OSError:
                continue
            done.append(name.__fspath__() if hasattr(name, "__fspath__") else name)
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, pairs in dictionary.items():
            section = str(section)
            if self._strict and section in seen:
                raise DuplicateSectionError(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            seen.add(section)
            for key, value in pairs.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value if value is None else str(value))

    def _uncommented(self, line):
        """A line without its comment."""
        cut = len(line)
        for prefix in self._inline:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    cut = min(cut, at)
                at = line.find(prefix, at + 1)
        if line.strip().startswith(self._comments) and self._comments:
            cut = 0
        return line[:cut].strip(), cut < len(line)

    def _read(self, lines, source):
        seen, current, section, option, indent, faults = set(), None, None, None, 0, None
        for number, line in enumerate(lines, 1):
            text, is_commented = self._uncommented(line)
            if not text:
                if self._keeps_empty_lines:
                    if not is_commented and current is not None and option and current[option] is not None:
                        current[option].append("")
                else:
                    indent = 10 ** 9
                continue
            depth = len(line) - len(line.lstrip())
            if current is not None and option and depth > indent:
                if current[option] is None:
                    raise AttributeError("'NoneType' object has no attribute 'append'")
                current[option].append(text)
                continue
            indent = depth
            header = self.SECTCRE.match(text)
            if header:
                section, option = header.group("header"), None
                if section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, source, number)
                    current = self._sections[section]
                elif section == self.default_section:
                    current = self._defaults
                else:
                    self.add_section(section)
                    current = self._sections[section]
                seen.add(section)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, number, line)
            match = self._option.match(text)
            if not match or not match.group("option").strip():
                faults = faults or ParsingError(source)
                faults.append(number, repr(line))
                if not match:
                    continue
            option = self.optionxform(match.group("option").rstrip())
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, source, number)
            seen.add((section, option))
            value = match.group("value")
            current[option] = None if value is None else [value.strip()]
        for name, options in _itertools.chain([(self.default_section, self._defaults)], self._sections.items()):
            for key, value in options.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                options[key] = self._interpolation.before_read(self, name, key, value)
        if faults:
            raise faults

    def _values(self, section, vars):
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
            own = {}
        extra = {self.optionxform(key): value if value is None else str(value) for key, value in (vars or {}).items()}
        return {**self._defaults, **own, **extra}

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback,
                              **kwargs)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        values = self._values(section, vars)
        own = {**self._defaults, **self._sections.get(section, {})}
        return [(key, values[key] if raw or values[key] is None else
                 self._interpolation.before_get(self, section, key, values[key], values)) for key in own]

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        if not section or section == self.default_section:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        (self._section(section) if section else self._defaults)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        sign = " %s " % self._delimiters[0] if space_around_delimiters else self._delimiters[0]
        parts = [(self.default_section, self._defaults)] if self._defaults else []
        for section, options in parts + list(self._sections.items()):
            fp.write("[%s]\n" % section)
            for key, value in options.items():
                value = self._interpolation.before_write(self, section, key, value)
                if value is not None or not self._allow_no_value:
                    key += sign + str(value).replace("\n", "\n\t")
                fp.write("%s\n" % key)
            fp.write("\n")

    def remove_option(self, section, option):
        options, option = self._section(section) if section else self._defaults, self.optionxform(option)
        return options.pop(option, _UNSET) is not _UNSET

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section], self._proxies[section]
        return True

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if key not in self._sections:
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return _itertools.chain((self.default_section,), self._sections)

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and not (value is None and self._allow_no_value):
            raise TypeError("option values must be strings")
        super().set(section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        super().add_section(section)


SafeConfigParser = ConfigParser


class SectionProxy(_MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    def __getattr__(self, name):
        if name[:3] == "get" and name[3:] in self._parser._converters:
            convert = self._parser._converters[name[3:]]
            return lambda option, fallback=None, *, raw=False, vars=None, **kwargs: self._parser._get_conv(
                self._name, option, convert, raw=raw, vars=vars, fallback=fallback)
        raise AttributeError("'SectionProxy' object has no attribute %r" % name)

    def __repr__(self):
        return "<Section: %s>" % self._name

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if not isinstance(value, str) and not (value is None and self._parser._allow_no_value):
            raise TypeError("option values must be strings")
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not self._parser.has_option(self._name, key) or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _names(self):
        if self._name == self._parser.default_section:
            return list(self._parser.defaults())
        return self._parser.options(self._name)

    def __len__(self):
        return len(self._names())

    def __iter__(self):
        return iter(self._names())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, **kwargs):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)


ConverterMapping = dict
