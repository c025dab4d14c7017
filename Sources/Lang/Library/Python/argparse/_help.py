"""The text of help: the usage, and sections of arguments in two columns."""
import os as _os
import re as _re
from argparse._values import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

__name__ = "argparse"

# The least width that a text is wrapped to, however far it is indented.
_NARROWEST = 11


class _Section:
    """A heading and what makes the texts below it."""

    def __init__(self, heading=None):
        self.heading, self.items = heading, []


def _unbroken(text):
    """The pieces of a usage between which a line may end: what stands in brackets is one."""
    words, pieces = text.split(), []
    while words:
        count = 1
        closing = {"[": "]", "(": ")"}.get(words[0][0])
        if closing:
            ends = [at for at, word in enumerate(words) if word.endswith(closing)]
            count = ends[0] + 1 if ends else 1
        pieces.append(" ".join(words[:count]))
        words = words[count:]
    return pieces


class HelpFormatter:
    """Collects what help is to say, then writes it."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = _columns() - 2
        self._prog = prog
        self._width = width
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = self._level = self._action_max_length = 0
        self._open_sections = [_Section()]
        self._whitespace_matcher = _re.compile(r"\s+", _re.ASCII)

    def _indent(self):
        self._level += 1
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._level -= 1
        self._current_indent -= self._indent_increment

    def _add_item(self, func, args):
        self._open_sections[-1].items.append((func, args))

    def start_section(self, heading):
        self._indent()
        section = _Section(heading)
        self._add_item(self._format_section, [section])
        self._open_sections.append(section)

    def end_section(self):
        self._open_sections.pop()
        self._dedent()

    def add_text(self, text):
        if text is not None and text is not SUPPRESS:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, [usage, actions, groups, prefix])

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        length = len(self._format_action_invocation(action)) + self._current_indent
        for command in self._iter_indented_subactions(action):
            length = max(length, len(self._format_action_invocation(command)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, length)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._format_items(self._open_sections[0])
        return _re.sub("\n\n\n+", "\n\n", text).strip("\n") + "\n" if text else text

    def _join_parts(self, part_strings):
        return "".join([part for part in part_strings if part and part is not SUPPRESS])

    def _format_items(self, section):
        return self._join_parts([func(*args) for func, args in section.items])

    def _format_section(self, section):
        self._indent()
        body = self._format_items(section)
        self._dedent()
        if not body:
            return ""
        heading = ""
        if section.heading is not None and section.heading is not SUPPRESS:
            heading = f"{' ' * self._current_indent}{section.heading}:\n"
        return f"\n{heading}{body}\n"

    # The usage.

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            text = usage % {"prog": self._prog}
        else:
            options = [action for action in actions if action.option_strings]
            others = [action for action in actions if not action.option_strings]
            text = " ".join([self._prog, self._format_actions_usage(options + others, groups)]).rstrip(" ")
            if len(prefix) + len(text) > self._width - self._current_indent:
                text = self._folded_usage(prefix, self._format_actions_usage(options, groups),
                                          self._format_actions_usage(others, groups))
        return f"{prefix}{text}\n\n"

    def _folded_usage(self, prefix, options, others):
        """A usage of several lines, all but the first indented; positional arguments begin a line."""
        width = self._width - self._current_indent
        options, others = _unbroken(options), _unbroken(others)
        margin = len(prefix) + len(self._prog) + 1
        if len(prefix) + len(self._prog) <= 0.75 * width:
            if options:
                lines = self._filled([self._prog] + options, len(prefix), margin, width)
                lines += self._filled(others, margin, margin, width)
            else:
                lines = self._filled([self._prog] + others, len(prefix), margin, width)
        else:
            # Such a long name leaves no room beside it.
            margin = len(prefix)
            lines = self._filled(options + others, margin, margin, width)
            if len(lines) > 1:
                lines = self._filled(options, margin, margin, width) + self._filled(others, margin, margin, width)
            lines.insert(0, self._prog)
        return ("\n" + " " * margin).join(lines)

    def _filled(self, pieces, first, margin, width):
        """The pieces in lines up to a width; the first line begins at column `first`, others at `margin`."""
        lines, column = [], first
        for piece in pieces:
            if lines and column + len(piece) <= width:
                lines[-1] += " " + piece
            elif lines:
                lines.append(piece)
                column = margin
            else:
                lines.append(piece)
            column += len(piece) + 1
        return lines

    def _format_actions_usage(self, actions, groups):
        """The arguments of a usage in one line; those of which only one may be given stand in a bracket."""
        # Arguments that follow each other in the parser, too, are shown as a group; a group can be within another.
        starts = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f"empty group {group}")
            if members[0] in actions:
                start = actions.index(members[0])
                if actions[start:start + len(members)] == members:
                    starts.setdefault(start, []).append(group)
        return " ".join([part for part in self._usage_parts(actions, 0, len(actions), starts, None) if part])

    def _usage_parts(self, actions, at, end, starts, outer):
        """The arguments from one place to another, those of a group in one piece."""
        parts = []
        while at < end:
            inner = [group for group in starts.get(at, ()) if at + len(group._group_actions) <= end]
            # The largest comes first; the one that is being written has had its turn.
            inner = inner[inner.index(outer) + 1:] if outer in inner else inner
            if not inner:
                if actions[at].help is not SUPPRESS:
                    parts.append(self._usage_of(actions[at], outer is not None))
                at += 1
                continue
            group = inner[0]
            last = at + len(group._group_actions)
            shown = self._usage_parts(actions, at, last, starts, group)
            text = " | ".join(shown)
            if shown and not group.required:
                text = f"[{text}]"
            elif len(shown) > 1:
                text = f"({text})"
            if shown:
                parts.append(text)
            at = last
        return parts

    def _usage_of(self, action, is_in_group):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            return text[1:-1] if is_in_group and text[:1] == "[" and text[-1:] == "]" else text
        text = action.format_usage()
        if action.nargs != 0:
            text = f"{text} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
        return text if action.required or is_in_group else f"[{text}]"

    # Paragraphs and arguments.

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        width = max(self._width - self._current_indent, _NARROWEST)
        return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

    def _format_action(self, action):
        column = min(self._action_max_length + 2, self._max_help_position)
        indent = " " * self._current_indent
        header = indent + self._format_action_invocation(action)
        lines = []
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, max(self._width - column, _NARROWEST))
        if action.help and len(header) <= column - 2:
            # The help begins beside the argument.
            parts = [header.ljust(column), lines.pop(0) if lines else "", "\n"]
        else:
            parts = [header, "\n"]
        parts += [f"{' ' * column}{line}\n" for line in lines]
        parts += [self._format_action(command) for command in self._iter_indented_subactions(action)]
        return self._join_parts(parts)

    def _iter_indented_subactions(self, action):
        if hasattr(action, "_get_subactions"):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            [name] = self._metavar_formatter(action, default)(1)
            return name
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        values = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{option} {values}" for option in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        name = action.metavar
        if name is None and action.choices is not None:
            name = "{%s}" % ",".join([str(choice) for choice in action.choices])
        elif name is None:
            name = default_metavar

        def names(tuple_size):
            return name if isinstance(name, tuple) else (name,) * tuple_size

        return names

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs == ZERO_OR_MORE:
            given = names(1)
            return "[%s [%s ...]]" % given if len(given) == 2 else "[%s ...]" % given
        if isinstance(nargs, str) or nargs is None:
            for kind, pattern, count in ((None, "%s", 1), (OPTIONAL, "[%s]", 1), (ONE_OR_MORE, "%s [%s ...]", 2),
                                         (REMAINDER, "...", 0), (PARSER, "%s ...", 1), (SUPPRESS, "", 0)):
                if nargs == kind:
                    return pattern % names(count) if count else pattern
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value")
        return " ".join(["%s"] * nargs) % names(nargs)

    def _expand_help(self, action):
        fields = {"prog": self._prog}
        for name, value in vars(action).items():
            if value is not SUPPRESS:
                fields[name] = value.__name__ if hasattr(value, "__name__") else value
        fields["prog"] = self._prog
        if fields.get("choices") is not None:
            fields["choices"] = ", ".join([str(choice) for choice in fields["choices"]])
        return self._get_help_string(action) % fields

    def _split_lines(self, text, width):
        import textwrap

        return textwrap.wrap(self._whitespace_matcher.sub(" ", text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap

        return textwrap.fill(self._whitespace_matcher.sub(" ", text).strip(), width, initial_indent=indent,
                             subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _columns():
    """The width to write for: the environment's, or 80."""
    try:
        return int(_os.environ["COLUMNS"]) or 80
    except (KeyError, ValueError):
        return 80


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the lines of descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the lines of all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the default to the help of each argument that can be left out."""

    def _get_help_string(self, action):
        text = action.help or ""
        can_be_left_out = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        if can_be_left_out and action.default is not SUPPRESS and "%(default)" not in text:
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows the name of a value's type where others show the argument's."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
