"""Command lines: declared arguments, read values, help."""
import os as _os
import sys as _sys
from argparse._values import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError, FileType,
    Namespace, _AttributeHolder, _get_action_name)
from argparse._actions import (
    _UNRECOGNIZED_ARGS_ATTR, Action, BooleanOptionalAction, _AppendAction, _AppendConstAction, _copy_items,
    _CountAction, _ExtendAction, _HelpAction, _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction,
    _SubParsersAction, _VersionAction)
from argparse._help import (
    ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter, RawDescriptionHelpFormatter,
    RawTextHelpFormatter)
from argparse._containers import _ActionsContainer, _ArgumentGroup, _looks_negative, _MutuallyExclusiveGroup
from argparse import _reading

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType",
           "HelpFormatter", "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Declared arguments, and how they are read from a command line."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage, self.epilog, self.formatter_class = usage, epilog, formatter_class
        self.fromfile_prefix_chars, self.allow_abbrev = fromfile_prefix_chars, allow_abbrev
        self.add_help, self.exit_on_error = add_help, exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        self.register("type", None, _unchanged)
        if add_help:
            mark = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(mark + "h", mark * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        shown = ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")
        return [(name, getattr(self, name)) for name in shown]

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        self._subparsers = self._positionals
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        if kwargs.get("prog") is None:
            usage = self._get_formatter()
            usage.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = usage.format_help().strip()
        action = self._pop_action_class(kwargs, "parsers")(option_strings=[], **kwargs)
        return self._subparsers._add_action(action)

    def _add_action(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # Reading.

    def parse_args(self, args=None, namespace=None):
        return self._nothing_left(*self.parse_known_args(args, namespace))

    def _nothing_left(self, namespace, extras):
        if extras:
            self.error(f"unrecognized arguments: {' '.join(extras)}")
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        words = list(_sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if SUPPRESS not in (action.dest, action.default) and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            namespace, extras = self._parse_known_args(words, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))
        extras += vars(namespace).pop(_UNRECOGNIZED_ARGS_ATTR, [])
        return namespace, extras

    def _parse_known_args(self, arg_strings, namespace):
        if self.fromfile_prefix_chars is not None:
            arg_strings = self._read_args_from_files(arg_strings)
        return _reading.Reading(self, arg_strings, namespace).run()

    def _read_args_from_files(self, arg_strings):
        words = []
        for word in arg_strings:
            if not word or word[0] not in self.fromfile_prefix_chars:
                words.append(word)
                continue
            try:
                with open(word[1:]) as file:
                    lines = file.read().splitlines()
            except OSError as error:
                self.error(str(error))
            inner = [each for line in lines for each in self.convert_arg_line_to_args(line)]
            words += self._read_args_from_files(inner)
        return words

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def parse_intermixed_args(self, args=None, namespace=None):
        return self._nothing_left(*self.parse_known_intermixed_args(args, namespace))

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Reads the options first, then the positional arguments from what is left, wherever it stood."""
        positionals = self._get_positional_actions()
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        for group in self._mutually_exclusive_groups:
            if any([action in group._group_actions for action in positionals]):
                raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
        changed = [(action, name, getattr(action, name)) for action in positionals
                   for name in ("nargs", "default", "required")]
        changed += [(each, "required", each.required)
                    for each in self._get_optional_actions() + self._mutually_exclusive_groups]
        usage = self.usage
        try:
            if usage is None:
                # Errors show the whole usage, although not all of it is being read.
                self.usage = self.format_usage()[len("usage: "):]
            for action in positionals:
                action.nargs = action.default = SUPPRESS
                action.required = False
            namespace, words = self.parse_known_args(args, namespace)
            for action, name, value in changed[:3 * len(positionals)]:
                setattr(action, name, value)
            for each, name, _ in changed[3 * len(positionals):]:
                each.required = False
            return self.parse_known_args(words, namespace)
        finally:
            for each, name, value in changed:
                setattr(each, name, value)
            self.usage = usage

    def _parse_optional(self, arg_string):
        """What a word is as an option: the action, its name and an attached value; None when it is a value."""
        known = self._option_string_actions
        if not arg_string or arg_string[0] not in self.prefix_chars:
            return None
        if arg_string in known:
            return known[arg_string], arg_string, None
        if len(arg_string) == 1:
            return None
        name, equals, value = arg_string.partition("=")
        if equals and name in known:
            return known[name], name, value
        matches = self._get_option_tuples(arg_string)
        if len(matches) > 1:
            names = ", ".join([match[1] for match in matches])
            self.error(f"ambiguous option: {arg_string} could match {names}")
        if matches:
            return matches[0]
        if _looks_negative(arg_string) and not self._has_negative_number_optionals or " " in arg_string:
            return None
        return None, arg_string, None

    def _get_option_tuples(self, option_string):
        """The options that a word can stand for: long ones that it begins, short ones that begin it."""
        known = self._option_string_actions
        if option_string[1] in self.prefix_chars:
            if not self.allow_abbrev:
                return []
            prefix, equals, value = option_string.partition("=")
            return [(action, name, value if equals else None) for name, action in known.items()
                    if name.startswith(prefix)]
        found = []
        for name, action in known.items():
            if name == option_string[:2]:
                found.append((action, name, option_string[2:]))
            elif name.startswith(option_string):
                found.append((action, name, None))
        return found

    def _get_values(self, action, arg_strings):
        """The value that an argument's words make."""
        nargs = action.nargs
        if nargs == SUPPRESS:
            return SUPPRESS
        words = list(arg_strings)
        if nargs not in (PARSER, REMAINDER) and "--" in words:
            words.remove("--")
        if nargs == OPTIONAL and not words:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if nargs == ZERO_OR_MORE and not words and not action.option_strings:
            if action.default is None:
                return words
            self._check_value(action, action.default)
            return action.default
        values = [self._get_value(action, word) for word in words]
        if nargs != REMAINDER:
            for value in values[:1] if nargs == PARSER else values:
                self._check_value(action, value)
        return values[0] if nargs in (None, OPTIONAL) and len(values) == 1 else values

    def _get_value(self, action, arg_string):
        convert = self._registry_get("type", action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f"{convert!r} is not callable")
        try:
            return convert(arg_string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {arg_string!r}")

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")

    # Help and errors.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        writer = self._get_formatter()
        writer.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return writer.format_help()

    def format_help(self):
        writer = self._get_formatter()
        writer.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        writer.add_text(self.description)
        for group in self._action_groups:
            writer.start_section(group.title)
            writer.add_text(group.description)
            writer.add_arguments(group._group_actions)
            writer.end_section()
        writer.add_text(self.epilog)
        return writer.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")


def _unchanged(string):
    return string
