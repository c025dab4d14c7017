"""Reading HTML: a class whose methods are called with the tags, texts and comments of a page."""
import re as _re
from html import unescape as _unescape

__all__ = ["HTMLParser"]

_TAG = _re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
_END_TAG = _re.compile(r"</\s*([a-zA-Z][^\t\n\r\f />\x00]*)")
_ATTRIBUTE = _re.compile(
    r"""([^\s/>][^\s/=>]*)(?:(\s*=+\s*)('[^']*'|"[^"]*"|(?!['"])[^>\s]*)(?:\s|/(?!>))*|(?:\s|/(?!>))*)""")
# An attribute whose quoted value has no end yet.
_UNFINISHED = _re.compile(r"""[^\s/>][^\s/=>]*\s*=+\s*(?:'[^']*|"[^"]*)\Z""")
_SPACES = _re.compile(r"(?:\s|/(?!>))*")
# Where a text may end in the middle of a reference, more of which may still come.
_OPEN_REFERENCE = _re.compile(r"&#?[0-9a-zA-Z]*\Z")
_CHARACTER = _re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_NAMED = _re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self.lineno, self.offset = 1, 0
        self.__starttag_text = None

    def feed(self, data):
        self.rawdata += data
        self._go_on(False)

    def close(self):
        self._go_on(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def _move(self, start, end):
        """Counts lines and columns over a piece of the text."""
        lines = self.rawdata.count("\n", start, end)
        if lines:
            self.lineno += lines
            self.offset = end - self.rawdata.rindex("\n", start, end) - 1
        else:
            self.offset += end - start
        return end

    def _text(self, text):
        if text:
            self.handle_data(_unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _go_on(self, is_last):
        """Reads as much as is whole; at the end, the rest for what it is."""
        at, text = 0, self.rawdata
        while at < len(text):
            stop = self._text_end(at, is_last)
            if stop < 0:
                break
            self._text(text[at:stop])
            at = self._move(at, stop)
            if at == len(text):
                break
            if text[at] == "<":
                end = self._markup(at, is_last)
            else:
                end = self._reference(at, is_last)
            if end < 0:
                break
            at = self._move(at, end)
        if is_last and at < len(text):
            self._text(text[at:])
            at = self._move(at, len(text))
        self.rawdata = text[at:]

    def _text_end(self, at, is_last):
        """Where the text from a place on ends; below 0 when that can't be told yet."""
        text = self.rawdata
        if self.cdata_elem:
            # What looks like a tag is one only when it ends the element.
            found = _re.compile(r"</%s(?=[\t\n\r\f />])" % self.cdata_elem, _re.I).search(text, at)
            return found.start() if found else len(text) if is_last else -1
        stop = text.find("<", at)
        if self.convert_charrefs:
            if stop >= 0:
                return stop
            if is_last:
                return len(text)
            # A reference, or the beginning of one, may be cut in two by the end of what was fed.
            amp = text.rfind("&", max(at, len(text) - 34))
            return -1 if amp >= 0 and not _re.search(r"[\s;]", text[amp:]) else len(text)
        amp = text.find("&", at)
        ends = [place for place in (stop, amp) if place >= 0]
        return min(ends) if ends else len(text)

    def _reference(self, at, is_last):
        """Handles a reference to a character; the place behind it."""
        text = self.rawdata
        for pattern, handle, skip in ((_CHARACTER, self.handle_charref, 2), (_NAMED, self.handle_entityref, 1)):
            found = pattern.match(text, at)
            if found:
                handle(found.group()[skip:-1])
                return found.end() if found.group()[-1] == ";" else found.end() - 1
        if _OPEN_REFERENCE.match(text, at):
            if not is_last:
                return -1
            # An ampersand with one letter loses it, as it does in CPython.
            self._text(text[at + 1:] if len(text) == at + 2 and text[at + 1].isalpha() else text[at:])
            return len(text)
        self.handle_data("&")
        return at + 1

    def _markup(self, at, is_last):
        """Handles what begins with `<`; the place behind it, below 0 when its end is missing."""
        text = self.rawdata
        if _TAG.match(text, at + 1):
            end = self._start_tag(at)
        elif text.startswith("</", at):
            end = self._end_tag(at)
        elif text.startswith("<!--", at):
            end = self._until("-->", at, 4, self.handle_comment)
        elif text.startswith("<?", at):
            end = self._until(">", at, 2, self.handle_pi)
        elif text.startswith("<!", at):
            end = self._declaration(at)
        elif at + 1 < len(text) or is_last:
            self.handle_data("<")
            return at + 1
        else:
            return -1
        if end < 0 and is_last:
            # Nothing more comes: it was text up to the next piece of markup.
            end = text.find(">", at + 1) + 1
            if end <= 0:
                end = text.find("<", at + 1)
                if end < 0:
                    end = at + 1
            self._text(text[at:end])
        return end

    def _until(self, closing, at, skip, handle):
        end = self.rawdata.find(closing, at + skip)
        if end < 0:
            return -1
        handle(self.rawdata[at + skip:end])
        return end + len(closing)

    def _declaration(self, at):
        text = self.rawdata
        if text.startswith("<![", at):
            end = text.find("]>" if text[at + 3:at + 5] in ("if", "el", "en") else "]]>", at + 3)
            if end < 0:
                return -1
            self.unknown_decl(text[at + 3:end])
            return text.index(">", end) + 1
        end = text.find(">", at + 2)
        if end < 0:
            return -1
        content = text[at + 2:end]
        if content[:7].lower() == "doctype":
            self.handle_decl(content)
        else:
            self.handle_comment(content)
        return end + 1

    def _start_tag(self, at):
        text = self.rawdata
        self.__starttag_text = None
        name = _TAG.match(text, at + 1)
        place = _SPACES.match(text, name.end()).end()
        attributes = []
        while place < len(text) and text[place] != ">" and not text.startswith("/>", place):
            if _UNFINISHED.match(text, place):
                return -1
            found = _ATTRIBUTE.match(text, place)
            if not found:
                if text[place] in "'\"":
                    quote = text.find(">", place)
                    place = quote if quote >= 0 else len(text)
                    continue
                place += 1
                continue
            key, equals, value = found.groups()
            if not equals:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attributes.append((key.lower(), _unescape(value) if value else value))
            place = found.end()
        if place >= len(text):
            return -1
        end = text.index(">", place) + 1
        self.__starttag_text = text[at:end]
        self.lasttag = tag = name.group().lower()
        if text[place] == "/":
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def _end_tag(self, at):
        text = self.rawdata
        end = text.find(">", at + 2)
        if end < 0:
            return -1
        name = _END_TAG.match(text, at)
        if not name:
            if end > at + 2:
                self.handle_comment(text[at + 2:end])
            return end + 1
        self.handle_endtag(name.group(1).lower())
        self.clear_cdata_mode()
        return end + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
