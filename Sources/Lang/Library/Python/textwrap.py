"""Paragraphs of a given width."""
import re as _re

_WHITESPACE = "\t\n\x0b\x0c\r "


def _is_word(text, at):
    return at < len(text) and (text[at].isalnum() or text[at] == "_")


def _is_letter(text, at):
    return 0 <= at < len(text) and _is_word(text, at) and not text[at].isdecimal()


def _may_precede_dash(text, at):
    return at >= 0 and (_is_word(text, at) or text[at] in "!\"'&.,?")


def _dash_end(text, at):
    """Where a dash of two or more hyphens that joins words ends, if there is one at a place."""
    end = at
    while end < len(text) and text[end] == "-":
        end += 1
    return end if end - at >= 2 and _may_precede_dash(text, at - 1) and _is_word(text, end) else None


def _breaks_after(text, at):
    """Whether a line may end after the hyphen at a place: between parts that are words of their own."""
    if text[at] != "-":
        return False
    before = (_is_letter(text, at - 1) and _is_letter(text, at - 2)
              or at >= 3 and _is_letter(text, at - 1) and text[at - 2] == "-" and _is_letter(text, at - 3))
    after = at + 1
    return before and _is_letter(text, after) and (
        _is_letter(text, after + 1) or text[after + 1:after + 2] == "-" and _is_letter(text, after + 2))


def _split_words(text):
    """Spaces, dashes, and words or the parts of hyphenated ones."""
    chunks, at, end = [], 0, len(text)
    while at < end:
        start = at
        if text[at] in _WHITESPACE:
            while at < end and text[at] in _WHITESPACE:
                at += 1
        elif _dash_end(text, at):
            at = _dash_end(text, at)
        else:
            at += 1
            while at < end and text[at] not in _WHITESPACE:
                if _breaks_after(text, at):
                    at += 1
                    break
                if _may_precede_dash(text, at - 1) and _dash_end(text, at):
                    break
                at += 1
        chunks.append(text[start:at])
    return chunks


class TextWrapper:
    _table = {ord(character): " " for character in _WHITESPACE}
    _plain = _re.compile(r"([\t\n\x0b\x0c\r ]+)")
    _sentence = _re.compile(r"[a-z][\.\!\?][\"\']?\Z")

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self._table)
        if self.break_on_hyphens:
            chunks = _split_words(text)
        else:
            chunks = [chunk for chunk in self._plain.split(text) if chunk]
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                if chunks[at + 1] == " " and self._sentence.search(chunks[at]):
                    chunks[at + 1] = "  "
        return chunks

    def _break_word(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        word = chunks[-1]
        if self.break_long_words:
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and any(letter != "-" for letter in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        chunks = self._chunks(text)
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks:
                size = len(chunks[-1])
                if length + size > width:
                    break
                line.append(chunks.pop())
                length += size
            if chunks and len(chunks[-1]) > width:
                self._break_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                    and length <= width):
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        else:
            common = 0
            while common < min(len(margin), len(indent)) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        def predicate(line):
            return line.strip()
    return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
