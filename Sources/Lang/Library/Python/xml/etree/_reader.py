"""Reading XML 1.0 text: the parts of a document, checked as expat checks them, given to a target's methods."""
import re as _re

_NAME = _re.compile(r"[^\W\d][\w.:\-]*")
_SPACE = _re.compile(r"[ \t\r\n]*")
_REFERENCE = _re.compile(r"&(?:#([0-9]+)|#x([0-9a-fA-F]+)|([^\W\d][\w.:\-]*));")
_HALF_REFERENCE = _re.compile(r"&(?:#x[0-9a-fA-F]*|#[0-9]*|[^\W\d][\w.:\-]*)?")
_ENTITY = _re.compile(r"""<!ENTITY\s+([\w.:\-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
_EXTERNAL = _re.compile(r"<!ENTITY\s+([\w.:\-]+)\s+(?:SYSTEM|PUBLIC)\b")
_DOCTYPE = _re.compile(r"""<!DOCTYPE\s+([\w.:\-]+)(?:\s+PUBLIC\s+("[^"]*"|'[^']*'))?(?:\s+(?:SYSTEM\s+)?("[^"]*"|'[^']*'))?""")
_DEFAULTS = _re.compile(r"""<!ATTLIST\s+([\w.:\-]+)\s+((?:"[^"]*"|'[^']*'|[^>"'])*)>""")
_DEFAULT = _re.compile(
    r"""([\w.:\-]+)\s+(?:NOTATION\s*)?(?:\([^)]*\)|\w+)\s+(?:\#REQUIRED|\#IMPLIED|(?:\#FIXED\s+)?("[^"]*"|'[^']*'))""")
# A tag that is there as a whole.
_TAG = _re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_BEGINNINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
               (b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_MARKS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}
_ENCODING = _re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_ILLEGAL = _re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_XML = "http://www.w3.org/XML/1998/namespace"
# Expat's numbers of its errors.
_CODES = {"syntax error": 2, "no element found": 3, "not well-formed (invalid token)": 4, "unclosed token": 5,
          "mismatched tag": 7, "duplicate attribute": 8, "junk after document element": 9, "undefined entity": 11,
          "reference to invalid character number": 14, "unclosed CDATA section": 20, "unbound prefix": 27,
          "XML or text declaration not at start of entity": 17}


class ParseError(SyntaxError):
    pass


def encoding_of(data):
    """What XML bytes are in, by their mark or declaration; None if it takes more of them to know."""
    for mark, encoding in _BEGINNINGS:
        if data.startswith(mark):
            return encoding
    if len(data) < 5 and b"<?xml".startswith(data) or data.startswith(b"<?xml") and b"?>" not in data:
        return None
    declared = _ENCODING.match(data)
    encoding = declared.group(1).decode() if declared else "utf-8"
    try:
        "".encode(encoding)
    except LookupError:
        # `decoded` says what is wrong.
        return None
    # Bytes that can be read to here are in no encoding of two bytes for each character.
    return "utf-8" if encoding.lower().startswith("utf-16") else encoding


def decoded(data):
    """The text of XML bytes, by their mark or declaration; UTF-8 without."""
    for mark, encoding in _BEGINNINGS:
        if data.startswith(mark):
            return data.decode(encoding)
    declared = _ENCODING.match(data)
    try:
        return data.decode(declared.group(1).decode() if declared else "utf-8")
    except LookupError:
        error = ParseError("unknown encoding: line 1, column 30")
        error.code, error.position = 18, (1, 30)
        raise error from None
    except UnicodeDecodeError as error:
        before = data[:error.start]
        fault = ParseError("not well-formed (invalid token): line %d, column %d" % (
            before.count(b"\n") + 1, error.start - before.rfind(b"\n") - 1))
        fault.code, fault.position = 4, (before.count(b"\n") + 1, error.start - before.rfind(b"\n") - 1)
        raise fault from None


class Reader:
    """One document's text on its way to a target with `start`, `end`, `data`, `comment` and `pi`."""

    def __init__(self, target, custom):
        self.target, self.custom = target, custom
        # What is still to be read, and how many lines and columns of the last one were before it.
        self.text, self.lines, self.columns = "", 0, 0
        self.is_first, self.has_root, self.rest = True, False, ""
        self.entities, self.external, self.defaults = {}, set(), {}
        # Whether entities may be declared where nobody looks.
        self.is_lenient = False
        self.spaces = [{"xml": _XML}]
        self.open = []

    def feed(self, text, is_last=False):
        """Reads what is whole of a text that comes in pieces."""
        text = self.rest + text
        # Line ends count as one character, whatever they were; half a one is kept.
        self.rest = "\r" if text.endswith("\r") and not is_last else ""
        text = text.removesuffix("\r") if self.rest else text
        self.text += text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        at = self.read(is_last)
        lines = self.text.count("\n", 0, at)
        self.columns = at - self.text.rfind("\n", 0, at) - 1 if lines else self.columns + at
        self.lines += lines
        self.text = self.text[at:]

    def is_whole(self, at):
        """Whether the tag or part at a place is there to its end."""
        text = self.text
        if text[at + 1:at + 2] in "!?":
            if text[at + 1:at + 2] != "?" and text[at + 2:at + 4] != "--" and len(text) < at + 9:
                return False
            for mark, end in _MARKS.items():
                if text.startswith(mark, at):
                    return text.find(end, at + len(mark)) >= 0
            if text.startswith("<!DOCTYPE", at):
                return self.doctype_end(at) < len(text)
        return _TAG.match(text, at) is not None

    def fail(self, what, at):
        line = self.text.count("\n", 0, at) + 1
        column = at - self.text.rfind("\n", 0, at) - 1 if line > 1 else at + self.columns
        line += self.lines
        error = ParseError("%s: line %d, column %d" % (what, line, column))
        error.code, error.position = 11 if what.startswith("undefined") else _CODES.get(what, 2), (line, column)
        raise error

    def invalid(self, at):
        self.fail("not well-formed (invalid token)", at)

    def read(self, is_last):
        text, at, has_root = self.text, 0, self.has_root
        if self.is_first and text:
            if not is_last and (len(text) < 6 or text.startswith("<?xml") and not self.is_whole(0)):
                return 0
            if text.startswith("<?xml") and text[5:6] in " \t\n":
                at = self.closing("?>", 0) + 2
            self.is_first = False
        while at < len(text):
            if text[at] != "<":
                stop = self.characters_end(at, is_last)
                if stop == at:
                    return at
                self.characters(at, stop, has_root)
                at = stop
            elif not is_last and not self.is_whole(at):
                return at
            elif text.startswith("<!--", at):
                at = self.comment(at)
            elif text.startswith("<?", at):
                at = self.instruction(at)
            elif text.startswith("<![CDATA[", at) and self.open:
                end = text.find("]]>", at)
                if end < 0:
                    self.fail("unclosed CDATA section", at)
                self.target.data(text[at + 9:end])
                at = end + 3
            elif text.startswith("<!DOCTYPE", at) and not has_root:
                at = self.doctype(at)
            elif text.startswith("</", at):
                at = self.end_tag(at)
            else:
                if has_root and not self.open:
                    self.fail("junk after document element", at)
                at = self.start_tag(at)
                self.has_root = has_root = True
        if is_last and (self.open or not has_root):
            self.fail("no element found", len(text))
        return at

    def closing(self, mark, at):
        end = self.text.find(mark, at)
        if end < 0:
            self.fail("unclosed token", at)
        return end

    def characters_end(self, at, is_last):
        """Where text ends: at a tag, or before what may be half a reference."""
        text = self.text
        stop = text.find("<", at)
        if stop >= 0:
            return stop
        if is_last:
            return len(text)
        half = text.rfind("&", at)
        if half >= 0 and ";" not in text[half:]:
            return half
        return at if not self.open and text[at:].strip() else len(text) - (text.endswith("]") and self.open != [])

    def characters(self, at, stop, has_root):
        text = self.text
        piece = text[at:stop]
        if not self.open:
            if piece.strip(" \t\n"):
                place = at + len(piece) - len(piece.lstrip(" \t\n"))
                if has_root:
                    self.fail("junk after document element", place)
                name = _NAME.match(text, place)
                if name and text[name.end():name.end() + 1] == "<":
                    self.invalid(name.end())
                self.fail("not well-formed (invalid token)" if text[place] in "&" else "syntax error", place)
            return
        if "]]>" in piece:
            self.invalid(at + piece.index("]]>") + 2)
        self.target.data(self.resolved(piece, at))

    def resolved(self, piece, at, depth=0):
        """A text with its references replaced."""
        illegal = _ILLEGAL.search(piece)
        if illegal:
            self.invalid(at + illegal.start())
        if "&" not in piece:
            return piece
        parts, place = [], 0
        while True:
            amp = piece.find("&", place)
            if amp < 0:
                parts.append(piece[place:])
                return "".join(parts)
            parts.append(piece[place:amp])
            found = _REFERENCE.match(piece, amp)
            if not found:
                self.invalid(at + _HALF_REFERENCE.match(piece, amp).end())
            parts.append(self.meaning(found, at + amp, depth))
            place = found.end()

    def meaning(self, reference, at, depth):
        number, digits, name = reference.groups()
        if name is None:
            code = int(number) if digits is None else int(digits, 16)
            if code > 0x10FFFF or 0xD800 <= code < 0xE000 or _ILLEGAL.match(chr(code)):
                self.fail("reference to invalid character number", at)
            return chr(code)
        if name in _PREDEFINED:
            return _PREDEFINED[name]
        if name not in self.entities:
            if not self.is_lenient and name not in self.external:
                self.fail("undefined entity", at)
            if name not in self.custom:
                self.fail("undefined entity &%s;" % name, at)
            return self.custom[name]
        # Entities within entities are what bombs are made of.
        if depth > 3:
            self.fail("recursive entity reference", at)
        return self.resolved(self.entities[name], at, depth + 1)

    def comment(self, at):
        end = self.closing("--", at + 4) if "-->" in self.text[at:] else self.closing("-->", at)
        if self.text[end:end + 3] != "-->":
            self.invalid(end + 2)
        self.target.comment(self.text[at + 4:end])
        return end + 3

    def instruction(self, at):
        name = _NAME.match(self.text, at + 2)
        if not name:
            self.invalid(at + 2)
        if name.group() == "xml":
            self.fail("XML or text declaration not at start of entity", at)
        end = self.closing("?>", at)
        self.target.pi(name.group(), self.text[name.end():end].lstrip() or None)
        return end + 2

    def doctype_end(self, at):
        text, depth, place = self.text, 0, at
        while place < len(text) and (text[place] != ">" or depth):
            depth += (text[place] == "[") - (text[place] == "]")
            place += 1
        return place

    def doctype(self, at):
        place = self.doctype_end(at)
        if place == len(self.text):
            self.fail("unclosed token", at)
        text = self.text[at:place]
        for name, double, single in _ENTITY.findall(text):
            self.entities.setdefault(name, double or single)
        self.external.update(_EXTERNAL.findall(text))
        for name, attributes in _DEFAULTS.findall(text):
            for key, value in _DEFAULT.findall(attributes):
                if value:
                    self.defaults.setdefault(name, {}).setdefault(key, self.resolved(value[1:-1], at))
        head = _DOCTYPE.match(text)
        if head is not None:
            name, public, system = head.groups()
            self.is_lenient = system is not None or "%" in text[head.end():]
            self.target.doctype(name, public and public[1:-1], system and system[1:-1])
        return place + 1

    def expanded(self, name, spaces, at, is_attribute=False):
        """A name with its prefix replaced by what it stands for."""
        prefix, colon, local = name.partition(":")
        if not colon:
            space = None if is_attribute else spaces.get("")
            return "{%s}%s" % (space, name) if space else name
        if prefix not in spaces:
            self.fail("unbound prefix", at)
        return "{%s}%s" % (spaces[prefix], local)

    def start_tag(self, at):
        text = self.text
        name = _NAME.match(text, at + 1)
        if not name:
            if at + 1 >= len(text):
                self.fail("unclosed token", at)
            self.invalid(at + 1)
        raw, place, spaces = [], name.end(), self.spaces[-1]
        while True:
            gap = _SPACE.match(text, place).end()
            if gap >= len(text):
                self.fail("unclosed token", at)
            if text[gap] == ">" or text.startswith("/>", gap):
                place = gap
                break
            key = _NAME.match(text, gap)
            if gap == place or not key:
                self.invalid(gap if gap != place or key is None else place)
            place = self.attribute(key, raw, at)
        for key, value in self.defaults.get(name.group(), {}).items():
            if not any([key == other for other, _ in raw]):
                raw.append((key, value))
        declared = {key[6:]: value for key, value in raw if key == "xmlns" or key.startswith("xmlns:")}
        if declared:
            spaces = {**spaces, **declared}
        attributes = {}
        for key, value in raw:
            if key != "xmlns" and not key.startswith("xmlns:"):
                attributes[self.expanded(key, spaces, at, True)] = value
        for prefix, uri in declared.items():
            self.target.start_ns(prefix, uri)
        tag = self.expanded(name.group(), spaces, at)
        self.target.start(tag, attributes)
        if text[place] == ">":
            self.open.append((name.group(), tag, [*declared]))
            self.spaces.append(spaces)
            return place + 1
        self.end(tag, [*declared])
        return place + 2

    def end(self, tag, declared):
        self.target.end(tag)
        for prefix in reversed(declared):
            self.target.end_ns(prefix)

    def attribute(self, key, raw, at):
        text, place = self.text, _SPACE.match(self.text, key.end()).end()
        if text[place:place + 1] != "=":
            self.fail("unclosed token", at) if place >= len(text) else self.invalid(place)
        place = _SPACE.match(text, place + 1).end()
        quote = text[place:place + 1]
        if quote not in ("'", '"'):
            self.fail("unclosed token", at) if not quote else self.invalid(place)
        end = text.find(quote, place + 1)
        if end < 0:
            self.fail("unclosed token", at)
        value = text[place + 1:end]
        if "<" in value:
            self.invalid(place + 1 + value.index("<"))
        if any(key.group() == other for other, _ in raw):
            self.fail("duplicate attribute", key.start())
        raw.append((key.group(), self.resolved(value.replace("\n", " ").replace("\t", " "), place + 1)))
        return end + 1

    def end_tag(self, at):
        text = self.text
        name = _NAME.match(text, at + 2)
        if not name:
            self.fail("unclosed token", at) if at + 2 >= len(text) else self.invalid(at + 2)
        place = _SPACE.match(text, name.end()).end()
        if text[place:place + 1] != ">":
            self.fail("unclosed token", at) if place >= len(text) else self.invalid(place)
        if not self.open:
            self.invalid(at + 1)
        if self.open[-1][0] != name.group():
            self.fail("mismatched tag", at + 2)
        self.end(*self.open.pop()[1:])
        self.spaces.pop()
        return place + 1
