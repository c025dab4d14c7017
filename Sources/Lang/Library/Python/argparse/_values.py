"""What a command line is made into, what can be wrong with it, and the words for how many values belong together."""
import sys as _sys

__name__ = "argparse"

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class _AttributeHolder:
    """Objects whose repr is a call with their attributes as arguments."""

    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []

    def __repr__(self):
        arguments = [repr(argument) for argument in self._get_args()]
        others = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                arguments.append(f"{name}={value!r}")
            else:
                others[name] = value
        if others:
            arguments.append(f"**{others!r}")
        return f"{type(self).__name__}({', '.join(arguments)})"


class Namespace(_AttributeHolder):
    """The values that were read, as attributes."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __eq__(self, other):
        if isinstance(other, Namespace):
            return vars(self) == vars(other)
        return NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class ArgumentTypeError(Exception):
    """Raised by a `type` function: its text becomes the parser's error."""


def _get_action_name(argument):
    """What an error calls an argument: its options, or the best name that a positional one has."""
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    for name in (argument.metavar, argument.dest):
        if name not in (None, SUPPRESS):
            return name
    return "{%s}" % ",".join(argument.choices) if argument.choices else None


class ArgumentError(Exception):
    """Something is wrong with one argument."""

    def __init__(self, argument, message):
        self.argument_name = _get_action_name(argument)
        self.message = message

    def __str__(self):
        where = "" if self.argument_name is None else f"argument {self.argument_name}: "
        return f"{where}{self.message}"


class FileType:
    """A `type` that opens the file that an argument names; "-" stands for the standard streams."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._bufsize = bufsize
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string):
        if string == "-":
            if "r" in self._mode:
                stream = _sys.stdin
            elif set(self._mode) & set("wax"):
                stream = _sys.stdout
            else:
                raise ValueError('argument "-" with mode %r' % self._mode)
            return stream.buffer if "b" in self._mode else stream
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")

    def __repr__(self):
        shown = [repr(self._mode)]
        if self._bufsize != -1:
            shown.append(repr(self._bufsize))
        for name, value in (("encoding", self._encoding), ("errors", self._errors)):
            if value is not None:
                shown.append(f"{name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"
