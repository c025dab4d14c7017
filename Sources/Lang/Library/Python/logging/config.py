"""Configurations of logging, as dicts or as files in sections."""
import logging as _logging
import re as _re
import sys as _sys

DEFAULT_LOGGING_CONFIG_PORT = 9030
RESET_ERROR = 104
IDENTIFIER = _re.compile(r"^[a-z_][a-z0-9_]*$", _re.IGNORECASE)
_REFERENCE = _re.compile(r"(?P<prefix>[a-z]+)://(?P<suffix>.*)")
_WORD = _re.compile(r"\s*(\w+)\s*")
_STEP = _re.compile(r"\.\s*(\w+)\s*|\[\s*(\w+)\s*\]\s*")


def valid_ident(s):
    if not IDENTIFIER.match(s):
        raise ValueError(f"Not a valid Python identifier: {s!r}")
    return True


def _found(name):
    """The object of a dotted name: a module that has been imported, or something in one."""
    parts = name.split(".")
    if parts[:2] == ["logging", "handlers"]:
        import logging.handlers
    for count in range(len(parts), 0, -1):
        found = _sys.modules.get(".".join(parts[:count]))
        if found is not None:
            try:
                for part in parts[count:]:
                    found = getattr(found, part)
            except AttributeError:
                module = ".".join(parts[:count])
                missing = f"No module named {module + '.' + parts[count]!r}"
                is_package = any([each.startswith(module + ".") for each in _sys.modules])
                raise ImportError(missing if is_package else f"{missing}; {module!r} is not a package") from None
            return found
    raise ImportError(f"no module {parts[0]!r} has been imported, and importing by name is refused")


def _forget_handlers():
    _logging._handlers.clear()
    _logging.shutdown(_logging._handlerList[:])
    del _logging._handlerList[:]


class ConvertingMixin:
    """What containers of a configuration share: what they hold is converted when it is asked for."""

    def convert_with_key(self, key, value, replace=True):
        result = self._adopted(value, key)
        if value is not result and replace:
            self[key] = result
        return result

    def convert(self, value):
        return self._adopted(value)

    def _adopted(self, value, key=None):
        result = self.configurator.convert(value)
        if value is not result and type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
            result.parent = self
            if key is not None:
                result.key = key
        return result


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        # A tuple keeps what it holds.
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


_CONTAINERS = ((dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple))


class BaseConfigurator:
    """A configuration in which texts such as "ext://sys.stdout" and "cfg://handlers.file" stand for objects."""

    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        try:
            return _found(s)
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """What stands elsewhere in the configuration: names after dots, keys and numbers in brackets."""
        step = _WORD.match(value)
        if step is None:
            raise ValueError(f"Unable to convert {value!r}")
        found, at = self.config[step[1]], step.end()
        while at < len(value):
            step = _STEP.match(value, at)
            if step is None:
                raise ValueError(f"Unable to convert {value!r} at {value[at:]!r}")
            key = step[1] or step[2]
            if step[2] is not None and key.isdigit():
                try:
                    found = found[int(key)]
                except TypeError:
                    found = found[key]
            else:
                found = found[key]
            at = step.end()
        return found

    def convert(self, value):
        for kind, converting in _CONTAINERS:
            if isinstance(value, kind):
                if not isinstance(value, converting) and not hasattr(value, "_fields"):
                    value = converting(value)
                    value.configurator = self
                return value
        if isinstance(value, str) and (match := _REFERENCE.fullmatch(value)):
            converter = self.value_converters.get(match["prefix"])
            if converter is not None:
                return getattr(self, converter)(match["suffix"])
        return value

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value

    def configure_custom(self, config):
        """An object made by the factory "()", with the other keys as arguments and those of "." as attributes."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        made = factory(**{name: config[name] for name in config if valid_ident(name)})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    """Reads a dict of formatters, filters, handlers and loggers."""

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.pop("incremental", False):
            self._change(config)
        else:
            self._replace(config)

    def _change(self, config):
        """Only levels, and whether loggers propagate."""
        handlers = config.get("handlers", {})
        for name in handlers:
            if name not in _logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            try:
                wanted = handlers[name]
                if wanted.get("level", None):
                    _logging._handlers[name].setLevel(_logging._checkLevel(wanted["level"]))
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error
        self._configure_loggers(config, "logger", True)

    def _replace(self, config):
        disables_others = config.pop("disable_existing_loggers", True)
        _forget_handlers()
        for section, kind, make in (("formatters", "formatter", self.configure_formatter),
                                    ("filters", "filter", self.configure_filter)):
            made = config.get(section, {})
            for name in made:
                try:
                    made[name] = make(made[name])
                except Exception as error:
                    raise ValueError(f"Unable to configure {kind} {name!r}") from error
        self._make_handlers(config.get("handlers", {}))
        existing = sorted(_logging.root.manager.loggerDict)
        named = list(config.get("loggers", {}))
        self._configure_loggers(config, "logger", False)
        _settle_others(existing, named, disables_others)

    def _make_handlers(self, handlers):
        """Handlers whose target is made after them are made when all others are there."""
        later = []
        for names in (sorted(handlers), later):
            for name in names:
                try:
                    handler = self.configure_handler(handlers[name])
                    handler.name = name
                    handlers[name] = handler
                except Exception as error:
                    if names is not later and "target not configured yet" in str(error.__cause__):
                        later.append(name)
                    else:
                        raise ValueError(f"Unable to configure handler {name!r}") from error

    def _configure_loggers(self, config, kind, incremental):
        loggers = config.get("loggers", {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], incremental)
            except Exception as error:
                raise ValueError(f"Unable to configure {kind} {name!r}") from error
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def configure_formatter(self, config):
        if "()" in config:
            factory = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                # Formatters of one's own may call it as the class does.
                config["fmt"] = config.pop("format")
                config["()"] = factory
                return self.configure_custom(config)
        kind = self.resolve(config["class"]) if config.get("class") else _logging.Formatter
        more = {}
        if "defaults" in config:
            more["defaults"] = config["defaults"]
        if "validate" in config:
            return kind(config.get("format"), config.get("datefmt"), config.get("style", "%"), config["validate"],
                        **more)
        return kind(config.get("format"), config.get("datefmt"), config.get("style", "%"), **more)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else _logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                is_filter = callable(each) or callable(getattr(each, "filter", None))
                filterer.addFilter(each if is_filter else self.config["filters"][each])
            except Exception as error:
                raise ValueError(f"Unable to add filter {each!r}") from error

    def configure_handler(self, config):
        kept = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        level, filters = config.pop("level", None), config.pop("filters", None)
        if "()" in config:
            factory = config.pop("()")
            factory = factory if callable(factory) else self.resolve(factory)
        else:
            name = config.pop("class")
            factory = name if callable(name) else self.resolve(name)
            if isinstance(factory, type) and "target" in config:
                self._set_target(factory, config, kept)
        attributes = config.pop(".", None)
        arguments = {name: config[name] for name in config if valid_ident(name)}
        try:
            handler = factory(**arguments)
        except TypeError as error:
            if "'stream'" not in str(error):
                raise
            arguments["strm"] = arguments.pop("stream")
            handler = factory(**arguments)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(_logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        for name, value in (attributes or {}).items():
            setattr(handler, name, value)
        return handler

    def _set_target(self, kind, config, kept):
        from logging.handlers import MemoryHandler

        if issubclass(kind, MemoryHandler):
            try:
                target = self.config["handlers"][config["target"]]
                if not isinstance(target, _logging.Handler):
                    # All is there again when the handler's turn comes.
                    config.update(kept)
                    raise TypeError("target not configured yet")
                config["target"] = target
            except Exception as error:
                raise ValueError(f"Unable to set target handler {config['target']!r}") from error

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config["handlers"][name])
            except Exception as error:
                raise ValueError(f"Unable to add handler {name!r}") from error

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(_logging._checkLevel(level))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            self.add_handlers(logger, config.get("handlers") or ())
            self.add_filters(logger, config.get("filters") or ())

    def configure_logger(self, name, config, incremental=False):
        logger = _logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if config.get("propagate", None) is not None:
            logger.propagate = config["propagate"]

    def configure_root(self, config, incremental=False):
        self.common_logger_config(_logging.getLogger(), config, incremental)


def _settle_others(existing, named, disables):
    """Switches the loggers that a configuration doesn't name off or on; those below a named one go on."""
    for name in existing:
        logger = _logging.root.manager.loggerDict[name]
        if name in named or not isinstance(logger, _logging.Logger):
            continue
        below = any([name.startswith(f"{each}.") for each in named])
        if below:
            logger.setLevel(_logging.NOTSET)
            logger.handlers, logger.propagate, logger.disabled = [], True, False
        else:
            logger.disabled = disables


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    import configparser

    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        import os

        if isinstance(fname, str):
            if not os.path.exists(fname):
                raise FileNotFoundError(f"{fname} doesn't exist")
            if not os.path.getsize(fname):
                raise RuntimeError(f"{fname} is an empty file")
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=encoding)
        except configparser.ParsingError as error:
            raise RuntimeError(f"{fname} is invalid: {error}")
    formatters = _file_formatters(parser)
    _forget_handlers()
    _file_loggers(parser, _file_handlers(parser, formatters), disable_existing_loggers)


def _names(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def _class_of(name):
    """A class of `logging` by its own name, or any by its dotted one."""
    return getattr(_logging, name) if hasattr(_logging, name) else _found(
        f"logging.{name}" if name.startswith("handlers.") else name)


def _file_formatters(parser):
    made = {}
    for name in _names(parser["formatters"]["keys"]):
        section = parser[f"formatter_{name}"]
        kind = _class_of(section["class"]) if section.get("class") else _logging.Formatter
        made[name] = kind(parser.get(f"formatter_{name}", "format", raw=True, fallback=None),
                          parser.get(f"formatter_{name}", "datefmt", raw=True, fallback=None),
                          parser.get(f"formatter_{name}", "style", raw=True, fallback="%"))
    return made


def _values(text):
    from _expressions import read

    return read(text, lambda name: getattr(_logging, name) if hasattr(_logging, name) else _found(name))


def _file_handlers(parser, formatters):
    made, targets = {}, {}
    for name in _names(parser["handlers"]["keys"]):
        section = parser[f"handler_{name}"]
        kind = _class_of(section["class"])
        handler = kind(*_values(section.get("args", "()")), **_values(section.get("kwargs", "{}")))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter", ""):
            handler.setFormatter(formatters[section["formatter"]])
        if hasattr(handler, "setTarget") and section.get("target", ""):
            targets[handler] = section["target"]
        made[name] = handler
    for handler, target in targets.items():
        handler.setTarget(made[target])
    return made


def _file_loggers(parser, handlers, disable_existing_loggers):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    section = parser["logger_root"]
    if "level" in section:
        _logging.root.setLevel(section["level"])
    _set_handlers(_logging.root, section, handlers)
    existing, named = sorted(_logging.root.manager.loggerDict), []
    for name in names:
        section = parser[f"logger_{name}"]
        logger = _logging.getLogger(section["qualname"])
        named.append(section["qualname"])
        if "level" in section:
            logger.setLevel(section["level"])
        _set_handlers(logger, section, handlers)
        logger.propagate, logger.disabled = section.getint("propagate", fallback=1), False
    _settle_others(existing, named, disable_existing_loggers)


def _set_handlers(logger, section, handlers):
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section["handlers"]):
        logger.addHandler(handlers[name])


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    raise RuntimeError("logging.config.listen() is refused: a spec opens no ports")


def stopListening():
    pass
