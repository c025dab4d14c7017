import _libxml
from _refusals import refuser as _refuser
from lxml._element import (
    Comment, LxmlError, LxmlSyntaxError, ParseError, ParserError, ProcessingInstruction, XMLSyntaxError, XPathError,
    XPathEvalError, XPathSyntaxError, _Element, _ElementTree, tostring, wrapped as _wrapped,
)


class XMLParser:
    _is_html = False

    def __init__(self, recover=False, remove_blank_text=False, encoding=None, **options):
        self.recover = recover
        self.strip = remove_blank_text
        self.encoding = encoding


class HTMLParser(XMLParser):
    _is_html = True

    def __init__(self, encoding=None, **options):
        XMLParser.__init__(self, True, False, encoding)


ETCompatXMLParser = XMLParser


def fromstring(text, parser=None, base_url=None):
    if not isinstance(text, (str, bytes)):
        raise ValueError("can only parse strings")
    if isinstance(text, str) and text.lstrip().startswith("<?xml") and "encoding" in text.split("?>")[0]:
        raise ValueError(
            "Unicode strings with encoding declaration are not supported. Please use bytes input or XML fragments "
            "without declaration.")
    if parser is not None and parser._is_html:
        root = _libxml.html(text, parser.encoding)
        if root is None:
            raise XMLSyntaxError("Document is empty, line 1, column 1")
        return _wrapped(root)
    root = _libxml.xml(text, bool(parser and parser.recover), bool(parser and parser.strip))
    if root is None:
        raise XMLSyntaxError("Document is empty, line 1, column 1")
    if isinstance(root, tuple):
        message, line, column = root
        raise XMLSyntaxError(
            "%s, line %d, column %d" % root, ("<string>", line, column, None))
    return _wrapped(root)


XML = fromstring


def HTML(text, parser=None, base_url=None):
    return fromstring(text, parser or HTMLParser())


def parse(source, parser=None, base_url=None):
    if hasattr(source, "read"):
        text = source.read()
    else:
        with open(source, "rb") as file:
            text = file.read()
    return _ElementTree(fromstring(text, parser))


def iselement(element):
    return isinstance(element, _Element)


def tounicode(element, method="xml", pretty_print=False, with_tail=True):
    return tostring(element, "unicode", method, pretty_print, with_tail)


class XPath:
    def __init__(self, path, namespaces=None, **options):
        self.path = path
        self._namespaces = namespaces

    def __call__(self, element, **variables):
        return element.xpath(self.path, self._namespaces, **variables)


__getattr__ = _refuser(__name__, "it reads documents: fromstring, HTML, parse, XPath, tostring, and what elements have")
