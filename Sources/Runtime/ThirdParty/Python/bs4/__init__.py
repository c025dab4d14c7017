"""Beautiful Soup's tree over two parsers: `html.parser`, which adds nothing, and `lxml`, which is libxml2."""
import re

from _refusals import refuser as _refuser
from bs4 import _markup
from bs4._select import SelectorSyntaxError
from bs4.element import (
    CData, Comment, CONTAINERS as _CONTAINERS, Declaration, Doctype, NavigableString, PageElement,
    ProcessingInstruction, ResultSet, Script, Stylesheet, Tag, TemplateString, is_void as _is_void,
    multiple_values as _multiple_values,
)

__version__ = "4.13.0"


class FeatureNotFound(ValueError):
    pass


class ParserRejectedMarkup(Exception):
    pass


class BeautifulSoup(Tag):
    ROOT_TAG_NAME = "[document]"

    def __init__(
        self, markup="", features=None, builder=None, parse_only=None, from_encoding=None, exclude_encodings=None,
        element_classes=None, **kwargs,
    ):
        Tag.__init__(self, name=self.ROOT_TAG_NAME)
        self.hidden = True
        if parse_only is not None or builder is not None or element_classes is not None:
            raise NotImplementedError("parse_only=, builder= and element_classes= are not supported by Katydid's bs4")
        if isinstance(features, (list, tuple)):
            features = features[0] if features else None
        if hasattr(markup, "read"):
            markup = markup.read()
        elif not isinstance(markup, (str, bytes)):
            raise TypeError(
                "Incoming markup is of an invalid type: %r. Markup must be a string, a bytestring, or an open "
                "filehandle." % (markup,))
        self.markup = self.declared_html_encoding = None
        self.contains_replacement_characters = False
        self.original_encoding = None
        if isinstance(markup, bytes):
            markup, self.original_encoding = _decoded(markup, from_encoding)
        self._open_tags = [self]
        if features in (None, "html.parser", "html"):
            self._build(_markup.events(markup))
        elif features in ("lxml", "lxml-html"):
            self._build_lxml(markup)
        elif features in ("xml", "lxml-xml"):
            self.is_xml = True
            self._build_lxml(markup)
        else:
            raise FeatureNotFound(
                "Couldn't find a tree builder with the features you requested: %s. Do you need to install a parser "
                "library? Katydid has html.parser, lxml and xml." % features)
        self._flush([])
        del self._open_tags

    def new_tag(self, name, namespace=None, nsprefix=None, attrs={}, sourceline=None, sourcepos=None, string=None, **kw):
        tag = Tag(name=name, namespace=namespace, prefix=nsprefix, attrs={**attrs, **kw}, is_xml=self.is_xml)
        if string is not None:
            tag.append(string)
        return tag

    def new_string(self, text, subclass=None):
        return (subclass or NavigableString)(text)

    # Building

    def _flush(self, pieces):
        """Adds the text that has come together, as a node of the kind that its place makes it."""
        if not pieces:
            return
        text = "".join(pieces)
        pieces.clear()
        outer = self._open_tags[-1]
        if text and not any(item.name in ("pre", "textarea") for item in self._open_tags):
            text = _shown(text)
        self._add((_CONTAINERS.get(outer.name) or NavigableString)(text))

    def _add(self, item):
        outer = self._open_tags[-1]
        item.parent = outer
        outer.contents.append(item)

    def _build(self, events):
        pieces = []
        void = False
        for event in events:
            kind = event[0]
            if kind == "text":
                pieces.append(event[1])
                continue
            self._flush(pieces)
            if kind == "start":
                name = event[1]
                attributes = {}
                for key, value in event[2]:
                    attributes[key] = "" if value is None else value
                self._start(name, attributes)
                void = _is_void(name)
                if void:
                    self._open_tags.pop()
            elif kind == "end":
                if not _is_void(event[1]):
                    self._end(event[1])
            elif kind == "comment":
                self._add(Comment(_shown(event[1])))
            elif kind == "doctype":
                self._add(Doctype(event[1]))
            elif kind == "cdata":
                self._add(CData(event[1]))
            elif kind == "pi":
                self._add(ProcessingInstruction(event[1]))
        self._flush(pieces)

    def _start(self, name, attributes, prefix=None, namespace=None):
        tag = Tag(name=name, namespace=namespace, prefix=prefix, is_xml=self.is_xml)
        tag.attrs = attributes if self.is_xml else _multiple_values(name, attributes)
        if name == "meta" and not self.is_xml:
            is_type = (tag.attrs.get("http-equiv") or "").lower() == "content-type"
            key = "charset" if "charset" in tag.attrs else "content" if is_type and "content" in tag.attrs else None
            if key:
                tag.declared = key, tag.attrs[key]
        self._add(tag)
        self._open_tags.append(tag)

    def _end(self, name):
        if not any(item.name == name for item in self._open_tags[1:]):
            return
        while self._open_tags.pop().name != name:
            pass

    def _build_lxml(self, markup):
        import _libxml

        if not markup.strip():
            return
        root = _libxml.xml(markup, True) if self.is_xml else _libxml.html(markup)
        if root is None or isinstance(root, tuple):
            return
        if not self.is_xml:
            found = re.match(r"(?is)\s*<!doctype\s+([^>]*)>", markup)
            if found:
                self._add(Doctype(found.group(1).rstrip()))
        pieces = []
        for event in _libxml.walk(root):
            kind = event[0]
            if kind == "text":
                pieces.append(event[1])
                continue
            self._flush(pieces)
            if kind == "start":
                self._start(event[1], dict(event[2]), event[3], event[4])
            elif kind == "end":
                self._open_tags.pop()
            elif kind == "comment":
                self._add(Comment(_shown(event[1])))
            elif kind == "pi":
                self._add(ProcessingInstruction(event[1]))
        self._flush(pieces)

    def decode(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal", iterator=None):
        text = Tag.decode(self, indent_level, eventual_encoding, formatter)
        if not self.is_xml:
            return text
        declared = "" if eventual_encoding is None else ' encoding="%s"' % eventual_encoding
        return '<?xml version="1.0"%s?>\n%s' % (declared, text)


def _shown(text):
    """A text of the document; what is nothing but space is one space, or one end of a line."""
    if text.strip(" \t\n\r\x0c"):
        return text
    return "\n" if "\n" in text else " "


def _decoded(markup, encoding):
    """Bytes as text: by the encoding that is given, by a mark or a declaration in them, as UTF-8, as Windows' Latin."""
    candidates = [encoding] if encoding else []
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if markup.startswith(mark):
            candidates.append(name)
    head = markup[:2048].decode("ascii", "replace")
    found = re.search(r"(?i)<\s*meta[^>]+charset\s*=\s*[\"']?([^>]*?)[ /;'\">]", head) or re.search(
        r"(?i)^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']+)", head)
    if found:
        candidates.append(found.group(1).lower())
    for name in candidates + ["utf-8", "windows-1252"]:
        try:
            return markup.decode(name), name.replace("-sig", "")
        except (LookupError, UnicodeDecodeError):
            pass
    return markup.decode("utf-8", "replace"), None


__getattr__ = _refuser(__name__)
