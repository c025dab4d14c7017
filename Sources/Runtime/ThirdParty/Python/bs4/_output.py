"""How a tree is written: what stands for characters, how values are quoted, where lines end."""
import re

_VERBATIM = frozenset(["script", "style"])
_KEEPS_SPACE = frozenset(["pre", "textarea"])
# The encodings that are Python's own, which no document can name.
_OWN_ENCODINGS = frozenset([
    "idna", "mbcs", "oem", "palmos", "punycode", "raw_unicode_escape", "undefined", "unicode_escape",
    "raw-unicode-escape", "unicode-escape", "string-escape", "string_escape",
])
_XML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escaped(text):
    """As the formatter `minimal` writes it."""
    return re.sub("[&<>]", lambda match: _XML[match.group()], text)


class _Entities:
    """The names of HTML's entities; read when they are first needed."""

    pattern = None
    ambiguous = re.compile(r"(?i)&(\#\d+|\#x[0-9a-f]+|\w+);")

    @classmethod
    def read(cls):
        from html.entities import codepoint2name, html5

        names = {}
        short, long = [], []
        for name, text in sorted(html5.items()):
            names[text] = name.rstrip(";")
            if all(ord(letter) < 128 for letter in text) and text not in ("<", ">"):
                continue
            (short if len(text) == 1 else long).append(text)
        for number, name in codepoint2name.items():
            names[chr(number)] = name
        cls.names = names
        cls.pattern = re.compile("%s|[%s]" % (
            "|".join(re.escape(text) for text in sorted(set(long))), "".join(sorted(set(short)))))

    @classmethod
    def html(cls, text):
        if cls.pattern is None:
            cls.read()
        return cls.pattern.sub(lambda match: "&%s;" % cls.names[match.group()], text)


def _html(text):
    # Its entities never begin where an ampersand stands.
    return "&amp;".join([_Entities.html(part) for part in text.split("&")])


def _html5(text):
    return _Entities.html(_Entities.ambiguous.sub(r"&amp;\1;", text))


class Formatter:
    def __init__(self, substitute, slash="/", has_booleans=False):
        self._substitute = substitute
        self.slash = slash
        self.has_booleans = has_booleans

    def text(self, text):
        return self._substitute(text) if self._substitute else str(text)


_BY_NAME = {
    "minimal": Formatter(escaped), "html": Formatter(_html), "html5": Formatter(_html5, "", True),
    "html5-4.12": Formatter(_html, "", True), None: Formatter(None),
}


def formatter_of(given, is_xml):
    """The formatter that a name, a function or None stands for."""
    if isinstance(given, Formatter):
        return given
    if callable(given):
        return Formatter(given)
    if is_xml and given in ("html5", "html5-4.12"):
        raise KeyError(given)
    return _BY_NAME[given]


def quoted(text):
    if '"' in text:
        if "'" in text:
            return '"%s"' % text.replace('"', "&quot;")
        return "'%s'" % text
    return '"%s"' % text


def _value(tag, key, value, encoding):
    """An attribute's value as a text. The encoding that a parsed document declares is the one it is written in."""
    if isinstance(value, (list, tuple)):
        return " ".join(value)
    declared = tag.declared
    if declared and declared[0] == key and declared[1] is value and encoding is not None:
        name = "" if encoding in _OWN_ENCODINGS else encoding
        if key == "charset":
            return name
        return re.sub(r"(?m)((?:^|[\s;])charset=)([^;]*)", lambda match: match.group(1) + name, value)
    return str(value)


def _name(tag):
    return "%s:%s" % (tag.prefix, tag.name) if tag.prefix else tag.name


def _opened(tag, formatter, encoding):
    parts = [_name(tag)]
    # Its formatters sort them.
    for key, value in sorted(tag.attrs.items(), key=lambda item: item[0]):
        if value is None or formatter.has_booleans and value == "":
            parts.append(key)
        else:
            text = formatter.text(_value(tag, key, value, encoding))
            parts.append("%s=%s" % (key, quoted(text)))
    return "<%s%s>" % (" ".join(parts), formatter.slash if tag.is_empty_element else "")


def string(item, formatter):
    """A text as it is written."""
    if item.is_plain and not (item.parent is not None and item.parent.name in _VERBATIM):
        return formatter.text(item)
    return item.PREFIX + str(item) + item.SUFFIX


def write(items, level, formatter, encoding):
    """What parts of a tree are written as.

    - level: by how much it is indented; None for no indentation at all."""
    out = []
    literal = None
    pending = [(None, iter(items))]
    while pending:
        item = next(pending[-1][1], None)
        is_end = item is None
        if is_end:
            item = pending.pop()[0]
            if item is None:
                break
            piece = "</%s>" % _name(item)
            if level is not None:
                level -= 1
        elif item.is_tag:
            piece = _opened(item, formatter, encoding)
        else:
            piece = string(item, formatter)
        before = after = literal is None
        is_start = not is_end and item.is_tag and not item.is_empty_element
        if is_start and literal is None and item.name in _KEEPS_SPACE and not item.is_xml:
            before, after, literal = True, False, item
        elif is_end and item is literal:
            before, after, literal = False, True, None
        if level is not None:
            if before or after:
                if not item.is_tag:
                    piece = piece.strip()
                if piece:
                    piece = (" " * level if before else "") + piece + ("\n" if after else "")
            if is_start:
                level += 1
        out.append(piece)
        if is_start:
            pending.append((item, iter(list(item.contents))))
    return "".join(out)
