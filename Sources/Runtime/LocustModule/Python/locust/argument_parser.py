"""The command line as a spec can add to it, in `events.init_command_line_parser`."""

import os
import sys

_switches = ("store_true", "store_false", "store_const", "count")


class Action:
    def __init__(self, option_strings, dest, **settings):
        self.option_strings = option_strings
        self.dest = dest
        self.__dict__.update(settings)

    @property
    def is_switch(self):
        return self.kind in _switches

    def absent_value(self):
        """What the attribute is without the option; texts are converted as if they had been typed."""
        return self.convert(self.default) if isinstance(self.default, str) else self.default

    def convert(self, text):
        if self.type is None:
            return text
        try:
            return self.type(text)
        except (TypeError, ValueError):
            name = getattr(self.type, "__name__", repr(self.type))
            raise _Problem(self, f"invalid {name} value: {text!r}")
        except Exception as error:
            raise _Problem(self, str(error))

    def check(self, text):
        value = self.convert(text)
        if self.choices is not None and value not in self.choices:
            shown = ", ".join(repr(choice) for choice in self.choices)
            raise _Problem(self, f"invalid choice: {value!r} (choose from {shown})")
        return value


class _Problem(Exception):
    def __init__(self, action, text):
        super().__init__(f"argument {'/'.join(action.option_strings)}: {text}")


class _Group:
    def __init__(self, parser):
        self._parser = parser

    def add_argument(self, *names, **settings):
        return self._parser.add_argument(*names, **settings)

    def add_argument_group(self, *args, **kwargs):
        return self

    def add_mutually_exclusive_group(self, *args, **kwargs):
        return self


class LocustArgumentParser:
    def __init__(self):
        self._actions = []
        self._defaults = {}

    def add_argument(
        self, *names, action="store", nargs=None, const=None, default=None, type=None, choices=None, required=False,
        help=None, metavar=None, dest=None, env_var=None, include_in_web_ui=True, is_secret=False, is_required=False,
        is_multiple=False,
    ):
        if not names or not all(name.startswith("-") for name in names):
            raise ValueError(
                f"an argument of a spec is an option and starts with '-', unlike {names!r}: words without are names of "
                "user classes"
            )
        if action not in ("store", "append") and action not in _switches:
            raise ValueError(f"add_argument: action={action!r} is not supported")
        if isinstance(nargs, str) and nargs not in ("?", "*", "+"):
            raise ValueError(f"add_argument: nargs={nargs!r} is not supported")
        for name in names:
            for known in self._actions:
                if name in known.option_strings:
                    raise ValueError(f"argument {'/'.join(names)}: conflicting option string: {name}")
        if dest is None:
            long = [name for name in names if name.startswith("--")]
            dest = (long or names)[0].lstrip("-").replace("-", "_")
        if action == "store_true":
            default = False if default is None else default
        elif action == "store_false":
            default = True if default is None else default
        added = Action(
            list(names), dest, kind=action, nargs=nargs, const=const, default=default, type=type,
            choices=None if choices is None else list(choices), required=required, help=help, metavar=metavar,
            env_var=env_var, include_in_web_ui=include_in_web_ui, is_secret=is_secret, is_required=is_required,
            is_multiple=is_multiple,
        )
        self._actions.append(added)
        return added

    def add_argument_group(self, *args, **kwargs):
        return _Group(self)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        return _Group(self)

    def set_defaults(self, **values):
        self._defaults.update(values)

    @property
    def args_included_in_web_ui(self):
        return {action.dest: action for action in self._actions if action.include_in_web_ui}

    @property
    def secret_args_included_in_web_ui(self):
        return {name: action for name, action in self.args_included_in_web_ui.items() if action.is_secret}

    @property
    def required_args_included_in_web_ui(self):
        return {name: action for name, action in self.args_included_in_web_ui.items() if action.is_required}

    @property
    def multiple_args_included_in_web_ui(self):
        return {name: action for name, action in self.args_included_in_web_ui.items() if action.is_multiple}

    # What the engine calls.

    def _describe(self):
        return [
            {
                "names": action.option_strings,
                "attribute": action.dest,
                "is_switch": action.is_switch,
                "takes_many": action.nargs in ("*", "+") or isinstance(action.nargs, int),
                "default": _plain(self._defaults.get(action.dest, action.default)),
                "choices": None if action.choices is None else [str(choice) for choice in action.choices],
                "help": (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%"),
                "placeholder": str(action.metavar or action.dest.upper()),
                "variable": action.env_var,
                "include_in_web_ui": action.include_in_web_ui,
                "is_secret": action.is_secret,
                "is_required": action.is_required,
                "is_multiple": action.is_multiple,
            }
            for action in self._actions
        ]

    def _other_defaults(self):
        """The defaults of options that are not the spec's own."""
        own = {action.dest for action in self._actions}
        return {name: _plain(value) for name, value in self._defaults.items() if name not in own}

    def _fill(self, options, words, configuration):
        """Sets the attributes of `options` by the command line, else environment variables, else configuration files."""
        try:
            others = self._other_defaults()
            for name, value in self._defaults.items():
                # Those of other options are in what the command line has come to, as numbers of another type perhaps.
                settled = getattr(options, name, None)
                if name not in others or settled is None or settled == value:
                    setattr(options, name, value)
            for action in self._actions:
                if action.dest not in self._defaults:
                    setattr(options, action.dest, action.absent_value())
            given = set()
            self._read(options, words, given)
            for action in self._actions:
                if action.dest not in given:
                    self._fill_in(options, action, configuration, given)
            missing = ["/".join(a.option_strings) for a in self._actions if a.required and a.dest not in given]
            if missing:
                raise _Missing(missing)
        except (_Problem, _Missing) as problem:
            sys.stderr.write(f"katydid: error: {problem}\n")
            raise SystemExit(2)

    def _fill_new(self, running, configuration):
        """Options like those of a test that runs, and with those that only this version of the spec has."""
        options = type(running)(**vars(running))
        try:
            for action in self._actions:
                if not hasattr(options, action.dest):
                    setattr(options, action.dest, self._defaults.get(action.dest, action.absent_value()))
                    given = set()
                    self._fill_in(options, action, configuration, given)
                    if action.required and action.dest not in given:
                        raise _Missing(["/".join(action.option_strings)])
        except (_Problem, _Missing) as problem:
            raise ValueError(f"the spec has an option that this test was started without: {problem}") from None
        return options

    def _read(self, options, words, given):
        position = 0
        while position < len(words):
            name, has_value, value = words[position].partition("=")
            position += 1
            action = next(action for action in self._actions if name in action.option_strings)
            values = [value] if has_value else []
            if not has_value and not action.is_switch:
                while position < len(words) and not self._is_option(words[position]):
                    values.append(words[position])
                    position += 1
                    if action.nargs in (None, "?") or len(values) == action.nargs:
                        break
            if action.is_switch and values:
                raise _Problem(action, f"ignored explicit argument {value!r}")
            self._store(options, action, values, action.dest in given)
            given.add(action.dest)

    def _is_option(self, word):
        return any(word.partition("=")[0] in action.option_strings for action in self._actions)

    def _store(self, options, action, values, is_repeated):
        kind = action.kind
        old = getattr(options, action.dest, None)
        if kind == "store_true":
            value = True
        elif kind == "store_false":
            value = False
        elif kind == "store_const":
            value = action.const
        elif kind == "count":
            value = (old or 0) + 1
        else:
            if action.nargs is None:
                if not values:
                    raise _Problem(action, "expected one argument")
                value = action.check(values[0])
            elif action.nargs == "?":
                value = action.check(values[0]) if values else action.const
            else:
                if action.nargs == "+" and not values:
                    raise _Problem(action, "expected at least one argument")
                if isinstance(action.nargs, int) and len(values) != action.nargs:
                    raise _Problem(action, f"expected {action.nargs} argument{'s' if action.nargs > 1 else ''}")
                value = [action.check(item) for item in values]
            if kind == "append":
                value = (list(old) if old and (is_repeated or isinstance(old, list)) else []) + [value]
        setattr(options, action.dest, value)

    def _fill_in(self, options, action, configuration, given):
        text = os.environ.get(action.env_var) if action.env_var else None
        if text is None:
            for name in action.option_strings:
                text = configuration.get(name.lstrip("-"), text)
        if text is None:
            return
        if action.is_switch:
            lowered = text.strip().lower()
            if lowered in ("false", "no", "0", ""):
                return
            if lowered not in ("true", "yes", "1"):
                raise _Problem(action, f"expected true or false, not {text!r}")
            values = []
        elif action.nargs in ("*", "+") or isinstance(action.nargs, int) or action.kind == "append":
            listed = text.strip()
            if listed.startswith("[") and listed.endswith("]"):
                values = [item.strip() for item in listed[1:-1].split(",") if item.strip()]
            else:
                values = [listed]
        else:
            values = [text]
        if action.kind == "append" and action.nargs is None:
            for value in values:
                self._store(options, action, [value], action.dest in given)
                given.add(action.dest)
        else:
            self._store(options, action, values, False)
            given.add(action.dest)


# What `type=` may be, beside types.


def timespan(time_str):
    from locust.util.timespan import parse_timespan

    return parse_timespan(time_str)


def positive_integer(string):
    try:
        value = int(string)
    except ValueError:
        raise ValueError(f"invalid int value: '{string}'") from None
    if value < 1:
        raise ValueError(f"invalid value ({value}), must be a positive number")
    return value


def gt_zero(t):
    def check(text):
        value = t(text)
        if not 0 < value < float("inf"):
            raise ValueError("must be a finite number above 0")
        return value

    return check


class _Missing(Exception):
    def __init__(self, names):
        super().__init__("the following arguments are required: " + ", ".join(names))


def _plain(value):
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)
