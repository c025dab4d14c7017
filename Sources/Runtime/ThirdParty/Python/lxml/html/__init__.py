import _libxml
from _refusals import refuser as _refuser
from lxml._element import HtmlElement, ParserError, _ElementTree, tostring as _tostring, wrapped as _wrapped
from lxml.etree import HTMLParser


_BLOCKS = frozenset("address article aside blockquote center dir div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "
                    "isindex main menu nav noframes noscript ol p pre section table ul dd dt frameset li tbody td tfoot "
                    "th thead tr".split())


def _root(html):
    if isinstance(html, (str, bytes)) and not html.strip():
        raise ParserError("Document is empty")
    root = _libxml.html(html)
    if root is None:
        raise ParserError("Document is empty")
    return _wrapped(root)


def document_fromstring(html, parser=None, ensure_head_body=False, **options):
    return _root(html)


def fragments_fromstring(html, no_leading_text=False, **options):
    body = _root(html if isinstance(html, str) else html.decode("utf-8")).find("body")
    items = list(body) if body is not None else []
    return ([body.text] if body is not None and body.text and body.text.strip() else []) + items


def fragment_fromstring(html, create_parent=False, **options):
    items = fragments_fromstring(html)
    elements = [item for item in items if not isinstance(item, str)]
    if len(elements) != 1 or len(items) != 1:
        raise ParserError("Multiple elements found (%s)" % ", ".join(str(item) for item in items) if items else "No elements found")
    return elements[0]


def fromstring(html, base_url=None, parser=None, **options):
    """A whole document's root; of a fragment its one element, or one around them."""
    root = _root(html)
    head = html[:10].lstrip().lower()
    if isinstance(head, bytes):
        head = head.decode("latin-1")
    if head.startswith(("<html", "<!doctype")):
        return root
    body = root.find("body")
    if body is None or root.find("head") is not None and len(root.find("head")):
        return root
    if len(body) == 1 and not (body.text or "").strip() and not (body[-1].tail or "").strip():
        return body[0]
    if _is_fragment(html):
        body._shown = "div" if any(item.tag in _BLOCKS for item in body.iterdescendants()) else "span"
        return body
    return root


def _is_fragment(html):
    text = html if isinstance(html, str) else html.decode("latin-1")
    return "<body" not in text.lower() and "<html" not in text.lower()


def parse(source, parser=None, base_url=None, **options):
    if hasattr(source, "read"):
        text = source.read()
    else:
        with open(source, "rb") as file:
            text = file.read()
    return _ElementTree(_root(text))


def tostring(doc, pretty_print=False, include_meta_content_type=False, encoding=None, method="html", with_tail=True, **options):
    return _tostring(doc, encoding, method, pretty_print, with_tail)


__getattr__ = _refuser(__name__, "it reads documents: fromstring, document_fromstring, parse, and what elements have")
