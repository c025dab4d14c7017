"""Reading one command line: which words are options, and which values belong to which argument.

Each word is of a kind: "O" for an option, "-" for the first "--", "A" for a value (all after "--" are values).
"""
from argparse._values import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, _get_action_name)

# How many values an argument takes at least and at most, None for any number.
_LIMITS = {None: (1, 1), OPTIONAL: (0, 1), ZERO_OR_MORE: (0, None), ONE_OR_MORE: (1, None), REMAINDER: (0, None),
           PARSER: (1, None), SUPPRESS: (0, 0)}
_EXPECTED = {None: "expected one argument", OPTIONAL: "expected at most one argument",
             ONE_OR_MORE: "expected at least one argument"}


def _lengths(action, kinds):
    """How many of the words at the beginning of `kinds` an argument can take: all possible counts, the most first."""
    least, most = _LIMITS.get(action.nargs, (action.nargs, action.nargs))
    takes_options = action.nargs in (PARSER, REMAINDER)
    counts, values = [0] if least == 0 else [], 0
    for count, kind in enumerate(kinds, 1):
        if kind == "-" and action.option_strings:
            break
        if kind == "O" and (not takes_options or action.nargs == PARSER and values == 0):
            break
        if kind != "-":
            values += 1
        if most is not None and values > most:
            break
        if values >= least:
            counts.append(count)
    return counts[::-1]


def shares(actions, kinds):
    """How many words each of some arguments takes from the beginning of `kinds`, the first ones as many as they can;
    None when there are too few."""
    hopeless = set()

    def shared(index, start):
        if index == len(actions):
            return []
        if (index, start) not in hopeless:
            for count in _lengths(actions[index], kinds[start:]):
                rest = shared(index + 1, start + count)
                if rest is not None:
                    return [count] + rest
            hopeless.add((index, start))
        return None

    return shared(0, 0)


def count_of_values(action, kinds):
    """How many words an option takes; an error when there are too few."""
    counts = _lengths(action, kinds)
    if counts:
        return counts[0]
    message = _EXPECTED.get(action.nargs)
    if message is None:
        message = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
    raise ArgumentError(action, message)


class Reading:
    """The words of a command line, on their way into a namespace."""

    def __init__(self, parser, words, namespace):
        self.parser, self.words, self.namespace = parser, words, namespace
        self.extras, self.seen, self.given = [], set(), set()
        self.waiting = parser._get_positional_actions()
        # The options by their places: the action, the option's name, and a value attached to it.
        self.options, self.kinds = {}, ""
        for at, word in enumerate(words):
            if word == "--":
                self.kinds += "-" + "A" * (len(words) - at - 1)
                break
            option = parser._parse_optional(word)
            if option is not None:
                self.options[at] = option
            self.kinds += "A" if option is None else "O"

    def run(self):
        at, places = 0, list(self.options)
        while places and at <= places[-1]:
            option = min([place for place in places if place >= at])
            if at < option:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
                self.extras += self.words[at:option]
            at = self._take_option(option)
        at = self._take_positionals(at)
        self.extras += self.words[at:]
        self._finish()
        return self.namespace, self.extras

    def _take_positionals(self, at):
        """Gives the words from a place to as many of the waiting positional arguments as can be served."""
        for count in range(len(self.waiting), 0, -1):
            counts = shares(self.waiting[:count], self.kinds[at:])
            if counts is not None:
                served, self.waiting = self.waiting[:count], self.waiting[count:]
                for action, length in zip(served, counts):
                    self._take(action, self.words[at:at + length])
                    at += length
                break
        return at

    def _take_option(self, at):
        """Gives an option its values; a word such as -xvf can be several options."""
        action, name, attached = self.options[at]
        if action is None:
            self.extras.append(self.words[at])
            return at + 1
        uses = []
        while attached is not None and (count := count_of_values(action, "A")) != 1:
            is_flag = count == 0 and attached and name[1] not in self.parser.prefix_chars
            uses.append((action, [], name))
            following = name[0] + attached[:1]
            if not is_flag or following not in self.parser._option_string_actions:
                raise ArgumentError(action, f"ignored explicit argument {attached!r}")
            action, name = self.parser._option_string_actions[following], following
            attached = attached[1:] or None
        if attached is None:
            end = at + 1 + count_of_values(action, self.kinds[at + 1:])
            uses.append((action, self.words[at + 1:end], name))
        else:
            end = at + 1
            uses.append((action, [attached], name))
        for action, values, name in uses:
            self._take(action, values, name)
        return end

    def _take(self, action, words, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, words)
        # What is the default itself doesn't count as given.
        if values is not action.default:
            self.given.add(action)
            for group in self.parser._mutually_exclusive_groups:
                for other in group._group_actions if action in group._group_actions else ():
                    if other is not action and other in self.given:
                        raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _finish(self):
        parser, namespace, missing = self.parser, self.namespace, []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            # A default that is text is converted like a value, unless something else stands in its place.
            elif isinstance(action.default, str) and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in parser._mutually_exclusive_groups:
            if group.required and not any([action in self.given for action in group._group_actions]):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                parser.error(f"one of the arguments {' '.join(names)} is required")
