"""Reading HTML leniently: what `html.parser` makes of a text, as events."""
import re
from html import unescape
from html.entities import html5 as _ENTITIES

_TAG_NAME = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_ATTRIBUTE = re.compile(
    r"((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*")
_START_END = re.compile(
    r"<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['\"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*(?:'[^']*'|\"[^\"]*\""
    r"|(?!['\"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*")
_END_TAG = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)[^>]*>")
_RAW = ("script", "style")
_REFERENCE = re.compile(r"&(?:#([0-9]+|[xX][0-9a-fA-F]+)(?=[^0-9a-fA-F])|([a-zA-Z][-.a-zA-Z0-9]*)(?=[^a-zA-Z0-9]));?")


def _referred(match):
    number, name = match.groups()
    if number is None:
        # Beautiful Soup drops the semicolon of what it doesn't know.
        return _ENTITIES.get(name + ";") or _ENTITIES.get(name) or "&" + name
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    if 128 <= code < 160:
        return bytes([code]).decode("windows-1252", "replace")
    return chr(code) if 0 < code < 0x110000 else "\N{REPLACEMENT CHARACTER}"


def _text(text):
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _broken(text, place):
    """Where the text ends that a construct without an end is."""
    stop = text.find(">", place + 1)
    if stop >= 0:
        return stop + 1
    stop = text.find("<", place + 1)
    return place + 1 if stop < 0 else stop


def events(text):
    """Tuples: ("start", name, attributes), ("end", name), ("text", …), ("comment", …), ("doctype", …), ("pi", …)."""
    place = 0
    size = len(text)
    raw = None
    while place < size:
        if raw is not None:
            ending = re.compile(r"</\s*%s\s*>" % raw, re.I).search(text, place)
            if ending is None:
                # Without an end, what is in it is lost, as in html.parser.
                return
            if ending.start() > place:
                yield ("text", text[place:ending.start()])
            yield ("end", raw)
            raw = None
            place = ending.end()
            continue
        mark = text.find("<", place)
        if mark < 0:
            yield ("text", _text(text[place:]))
            return
        if mark > place:
            yield ("text", _text(text[place:mark]))
            place = mark
        rest = text[place:place + 9]
        if re.match(r"<[a-zA-Z]", rest):
            found = _START_END.match(text, place)
            end = found.end()
            closing = text[end:end + 2]
            if not closing.startswith(">") and closing != "/>":
                # The tag doesn't end as one should: it is text.
                stop = text.find(">", place + 1)
                if end >= size or stop < 0:
                    yield ("text", _text(text[place:]))
                    return
                yield ("text", text[place:stop + 1])
                place = stop + 1
                continue
            end += 1 if closing.startswith(">") else 2
            name = _TAG_NAME.match(text, place + 1)
            attributes = []
            at = name.end()
            while at < end:
                attribute = _ATTRIBUTE.match(text, at)
                if attribute is None:
                    break
                key, given, value = attribute.group(1, 2, 3)
                if not given:
                    value = None
                elif value[:1] == value[-1:] and value[:1] in ("'", '"') and len(value) > 1:
                    value = value[1:-1]
                attributes.append((key.lower(), unescape(value) if value else value))
                at = attribute.end()
            closing = text[at:end].strip()
            tag = name.group(1).lower()
            yield ("start", tag, attributes)
            if closing == "/>":
                yield ("end", tag)
            elif tag in _RAW:
                raw = tag
            place = end
        elif rest.startswith("</"):
            found = _END_TAG.match(text, place)
            if found:
                yield ("end", found.group(1).lower())
                place = found.end()
            elif rest.startswith("</>"):
                place += 3
            else:
                stop = text.find(">", place)
                if stop < 0:
                    yield ("text", _text(text[place:]))
                    return
                yield ("comment", text[place + 2:stop])
                place = stop + 1
        elif rest.startswith("<!--"):
            stop = re.compile(r"--!?>").search(text, place + 4)
            if stop is None:
                stop = _broken(text, place)
                yield ("text", text[place:stop])
                place = stop
                continue
            yield ("comment", text[place + 4:stop.start()])
            place = stop.end()
        elif rest.upper().startswith("<!DOCTYPE"):
            stop = text.find(">", place)
            stop = size if stop < 0 else stop
            yield ("doctype", re.sub(r"(?i)^doctype\s*", "", text[place + 2:stop], count=1))
            place = stop + 1
        elif rest.startswith("<![CDATA["):
            stop = text.find("]]>", place)
            stop = size if stop < 0 else stop
            yield ("cdata", text[place + 9:stop])
            place = stop + 3
        elif rest.startswith("<!"):
            stop = text.find(">", place)
            stop = size if stop < 0 else stop
            yield ("comment", text[place + 2:stop])
            place = stop + 1
        elif rest.startswith("<?"):
            stop = text.find(">", place)
            stop = size if stop < 0 else stop
            yield ("pi", text[place + 2:stop])
            place = stop + 1
        else:
            yield ("text", "<")
            place += 1
