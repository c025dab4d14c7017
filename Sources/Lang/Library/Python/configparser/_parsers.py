"""Parsers, and their sections as mappings."""
import functools as _functools
import itertools as _itertools
import re as _re
import warnings as _warnings
from collections.abc import MutableMapping as _MutableMapping
from configparser._faults import (
    DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError, NoOptionError, NoSectionError, ParsingError)
from configparser._interpolation import BasicInterpolation, Interpolation

__name__ = "configparser"

DEFAULTSECT = "DEFAULT"
_UNSET = object()


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
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError("interpolation= must be None or an instance of Interpolation, got an object of type "
                            f"{type(self._interpolation)}")
        self._sections, self._defaults = dict_type(), dict_type()
        self._proxies = dict_type()
        self._converters = ConverterMapping(self)
        if converters is not _UNSET:
            self._converters.update(converters)
        self._proxies[default_section] = SectionProxy(self, default_section)
        ends = "|".join([_re.escape(delimiter) for delimiter in self._delimiters])
        value = r"(?:\s*(?P<vi>%s)\s*(?P<value>.*))" % ends
        self._option = _re.compile(r"(?P<option>.*?)" + value + (r"?$" if allow_no_value else r"$"))
        if defaults:
            self._read_defaults(defaults)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

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
            raise NoSectionError(section) from None
        return self._sections[section]

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section) from None
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

    def readfp(self, fp, filename=None):
        _warnings.warn("This method will be removed in Python 3.12. Use 'parser.read_file()' instead.",
                       DeprecationWarning, stacklevel=2)
        self.read_file(fp, source=filename)

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
        if section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
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

    def _read_defaults(self, defaults):
        # What reading would refuse is refused here, too; there is nothing to fill in yet.
        interpolation, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = interpolation

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


class SafeConfigParser(ConfigParser):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _warnings.warn("The SafeConfigParser class has been renamed to ConfigParser in Python 3.2. This alias will be "
                       "removed in Python 3.12. Use ConfigParser directly instead.", DeprecationWarning, stacklevel=2)


class SectionProxy(_MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for converter in parser.converters:
            key = "get" + converter
            setattr(self, key, _functools.partial(self.get, _impl=getattr(parser, key)))

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

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        get = self._parser.get if _impl is None else _impl
        return get(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(_MutableMapping):
    """What makes values of the texts, by the names behind `get`; None for the parser's own methods."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name[3:]: None for name in dir(parser)
                      if name.startswith("get") and name != "get" and callable(getattr(parser, name))}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        self._data[key] = value
        get = _functools.partial(self._parser._get_conv, conv=value)
        get.converter = value
        setattr(self._parser, "get" + key, get)
        for proxy in self._parser._proxies.values():
            setattr(proxy, "get" + key, _functools.partial(proxy.get, _impl=get))

    def __delitem__(self, key):
        if not isinstance(key, str) or not key:
            raise KeyError(key)
        del self._data[key]
        for owner in (self._parser, *self._parser._proxies.values()):
            try:
                delattr(owner, "get" + key)
            except AttributeError:
                # A subclass's own method stays.
                continue

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
