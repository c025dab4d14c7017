"""Reading XML 1.0 text: the parts of a document, checked as expat checks them, given to a target's methods."""
import re as _re

_NAME = _re.compile(r"[^\W\d][\w.:\-]*")
_SPACE = _re.compile(r"[ \t\r\n]*")
_REFERENCE = _re.compile(r"&(?:#([0-9]+)|#x([0-9a-fA-F]+)|([^\W\d][\w.:\-]*));")
_ENTITY = _re.compile(r"""<!ENTITY\s+([\w.:\-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
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


def decoded(data):
    """The text of XML bytes, by their mark or declaration; UTF-8 without."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
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

    def __init__(self, text, target):
        # Line ends count as one character, whatever they were.
        self.text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self.target = target
        self.entities = {}
        self.spaces = [{"xml": _XML}]
        self.open = []

    def fail(self, what, at):
        line = self.text.count("\n", 0, at) + 1
        column = at - self.text.rfind("\n", 0, at) - 1
        error = ParseError("%s: line %d, column %d" % (what, line, column))
        error.code, error.position = _CODES.get(what, 2), (line, column)
        raise error

    def invalid(self, at):
        self.fail("not well-formed (invalid token)", at)

    def read(self):
        text, at, has_root = self.text, 0, False
        if text.startswith("<?xml") and text[5:6] in " \t\n":
            at = self.closing("?>", 0) + 2
        while at < len(text):
            if text[at] != "<":
                at = self.characters(at, has_root)
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
                at, has_root = self.start_tag(at), True
        if self.open or not has_root:
            self.fail("no element found", len(text))

    def closing(self, mark, at):
        end = self.text.find(mark, at)
        if end < 0:
            self.fail("unclosed token", at)
        return end

    def characters(self, at, has_root):
        text = self.text
        stop = text.find("<", at)
        stop = len(text) if stop < 0 else stop
        piece = text[at:stop]
        if not self.open:
            if piece.strip(" \t\n"):
                place = at + len(piece) - len(piece.lstrip(" \t\n"))
                if has_root:
                    self.fail("junk after document element", place)
                self.fail("not well-formed (invalid token)" if text[place] in "&" else "syntax error", place)
            return stop
        if "]]>" in piece:
            self.invalid(at + piece.index("]]>") + 2)
        self.target.data(self.resolved(piece, at))
        return stop

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
                name = _NAME.match(piece, amp + 1)
                self.invalid(at + (name.end() if name else amp + 1))
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
            self.fail("undefined entity", at) if not hasattr(self.target, "undefined") else None
            return self.target.undefined(name, at)
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
        self.target.pi(name.group(), self.text[name.end():end].strip() or None)
        return end + 2

    def doctype(self, at):
        text, depth, place = self.text, 0, at
        while place < len(text) and (text[place] != ">" or depth):
            depth += (text[place] == "[") - (text[place] == "]")
            place += 1
        if place == len(text):
            self.fail("unclosed token", at)
        for name, double, single in _ENTITY.findall(text[at:place]):
            self.entities.setdefault(name, double or single)
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
        declared = {key[6:]: value for key, value in raw if key == "xmlns" or key.startswith("xmlns:")}
        if declared:
            spaces = {**spaces, **declared}
        attributes = {}
        for key, value in raw:
            if key != "xmlns" and not key.startswith("xmlns:"):
                attributes[self.expanded(key, spaces, at, True)] = value
        for prefix, uri in declared.items():
            if hasattr(self.target, "start_ns"):
                self.target.start_ns(prefix, uri)
        tag = self.expanded(name.group(), spaces, at)
        self.target.start(tag, attributes)
        if text[place] == ">":
            self.open.append((name.group(), tag))
            self.spaces.append(spaces)
            return place + 1
        self.target.end(tag)
        return place + 2

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
        self.target.end(self.open.pop()[1])
        self.spaces.pop()
        return place + 1
