import re

from bs4._output import escaped as _escaped
from lxml import etree
from lxml._element import _Element, _ElementTree, matches as _matches, tostring
import lxml.html


def _parsed(text, parser):
    if parser in ("xml", "soup", "html5"):
        if parser != "xml":
            raise NotImplementedError("Katydid's pyquery parses with html and xml")
        return etree.fromstring(text)
    if parser in ("html", "html_fragments"):
        return lxml.html.document_fromstring(text)
    try:
        return etree.fromstring(text)
    except (etree.XMLSyntaxError, ValueError):
        return lxml.html.fromstring(text)


_INLINE = frozenset(
    "a abbr acronym b bdo big br button cite code dfn em i img input kbd label map object q samp script select small span "
    "strong sub sup textarea time tt var".split())
_SPACE = re.compile("[ \t\f\u200b\n\r]+")


def _pieces(element):
    """The texts of an element; None where a block begins or ends, and True for a `br`."""
    if not isinstance(element.tag, str):
        return
    is_block = element.tag not in _INLINE
    if element.tag == "br":
        yield True
    if is_block:
        yield None
    if element.text is not None:
        yield element.text
    for child in element:
        yield from _pieces(child)
        if child.tail is not None:
            yield child.tail
    if is_block:
        yield None


def _shown(element, squashes):
    """The text of an element as it is read: each block on lines of its own."""
    if element.tag == "textarea":
        return element.text or ""
    out, texts = [], []

    def flush():
        text = "".join(texts)
        if squashes:
            text = _SPACE.sub(" ", text).strip()
        if text:
            out.append(text)
        texts.clear()

    for piece in _pieces(element):
        if isinstance(piece, str):
            texts.append(piece)
            continue
        flush()
        if piece or not squashes or not (out and out[-1] is None):
            out.append(piece)
    flush()
    text = "".join(["\n" if piece is None or piece is True else piece for piece in out])
    return text.strip() if squashes else text.strip("\n")


# What jQuery adds to the selectors of CSS: by the place among all that is found, and by the kind of a form's parts.
_PLACED = re.compile(r"(.*):(first|last|even|odd|eq|gt|lt)(?:\((-?\d+)\))?$")
_KINDS = {
    "input": ":is(input, select, textarea, button)", "button": ":is(button, input[type=button])", "selected": "option[selected]",
    "header": ":is(h1, h2, h3, h4, h5, h6)", "parent": ":not(:empty)",
    **{kind: "input[type=%s]" % kind for kind in "checkbox radio password submit hidden file image reset text".split()},
}


def _placed(items, name, number):
    number = int(number or 0)
    return {
        "first": items[:1], "last": items[-1:], "even": items[::2], "odd": items[1::2],
        "gt": items[number + 1:], "lt": items[:number],
        "eq": items[number:number + 1] if number >= 0 else items[number:][:1],
    }[name]


class _Attributes:
    """`attr`: called, or asked for attributes by name."""

    def __init__(self, query):
        self._query = query

    def __call__(self, name=None, value=None, **values):
        if value is not None or name is None:
            self._query._refuse()
        return self._query[0].get(name) if self._query else None

    def __getattr__(self, name):
        return self({"class_": "class", "for_": "for"}.get(name, name))

    def __getitem__(self, name):
        return self(name)

    def __setitem__(self, name, value):
        self._query._refuse()


class PyQuery(list):
    """Elements that are asked together. What changes documents isn't there."""

    def __init__(self, *args, **kwargs):
        self._parent = kwargs.pop("parent", None)
        parser = kwargs.pop("parser", None)
        if "url" in kwargs or "filename" in kwargs:
            raise NotImplementedError("give PyQuery the text of a response: a spec makes requests with self.client")
        list.__init__(self)
        if not args:
            return
        selector = None
        context = args[0]
        if len(args) == 2:
            selector, context = args
        if isinstance(context, _ElementTree):
            context = context.getroot()
        if isinstance(context, (str, bytes)):
            elements = [_parsed(context, parser)] if context.strip() else []
        elif isinstance(context, _Element):
            elements = [context]
        else:
            elements = list(context)
        if selector:
            elements = self._found(elements, selector)
        self.extend(elements)

    @staticmethod
    def _found(elements, selector):
        found = []
        placed = _PLACED.match(selector)
        if placed:
            inner, name, number = placed.groups()
            for element in elements:
                found += _placed(PyQuery._found([element], inner or "*"), name, number)
            return found
        selector = re.sub(
            r"(\w*):(%s)\b(?![-(])" % "|".join(_KINDS),
            lambda match: match.group(1) + _KINDS[match.group(2)] if _KINDS[match.group(2)][0] == ":" or not match.group(1)
            else _KINDS[match.group(2)], selector)
        for element in elements:
            candidates = ([element] if _matches(element, selector) else []) + element.cssselect(selector)
            found += [item for item in candidates if not any(item is other for other in found)]
        return found

    def _made(self, elements):
        made = PyQuery(parent=self)
        for item in elements:
            if not any(item is other for other in made):
                made.append(item)
        return made

    def __call__(self, selector=None, context=None):
        if selector is None:
            return self
        if isinstance(selector, _Element):
            return self._made([selector])
        if context is not None:
            return PyQuery(selector, context)
        return self._made(self._found(self, selector))

    def __getitem__(self, key):
        return list.__getitem__(self, key)

    def __str__(self):
        return "".join(item if isinstance(item, str) else tostring(item, encoding="unicode") for item in self)

    def __repr__(self):
        return "[%s]" % ", ".join(
            "<%s%s%s>" % (
                item.tag, "#" + item.get("id") if item.get("id") else "",
                "".join("." + name for name in (item.get("class") or "").split()))
            if not isinstance(item, str) else repr(item) for item in self)

    def outer_html(self, method="html"):
        return tostring(self[0], encoding="unicode", method=method, with_tail=False) if self else None

    outerHtml = outer_html

    def html(self, value=None, **kwargs):
        if value is not None:
            self._refuse()
        if not self:
            return None
        element = self[0]
        return _escaped(element.text or "") + "".join(tostring(child, encoding="unicode") for child in element)

    def text(self, value=None, **kwargs):
        if value is not None:
            self._refuse()
        if not self:
            return ""
        squashes = kwargs.get("squash_space", True)
        return " ".join([_shown(item, squashes) for item in self])

    @property
    def attr(self):
        return _Attributes(self)

    def val(self, value=None):
        if value is not None:
            self._refuse()
        return self[0].value if self else None

    def has_class(self, name):
        return any(name in (item.get("class") or "").split() for item in self)

    hasClass = has_class

    def is_(self, selector):
        return any(_matches(item, selector) for item in self)

    def find(self, selector):
        return self._made([hit for item in self for hit in item.cssselect(selector)])

    def filter(self, selector):
        if callable(selector):
            return self._made([item for place, item in enumerate(self) if selector(place, item)])
        return self._made([item for item in self if _matches(item, selector)])

    def not_(self, selector):
        return self._made([item for item in self if not _matches(item, selector)])

    def _sifted(self, items, selector):
        return self._made([item for item in items if isinstance(item.tag, str) and (not selector or _matches(item, selector))])

    def children(self, selector=None):
        return self._sifted([child for item in self for child in item], selector)

    def parent(self, selector=None):
        return self._sifted([item.getparent() for item in self if item.getparent() is not None], selector)

    def parents(self, selector=None):
        return self._sifted([outer for item in self for outer in list(item.iterancestors())[::-1]], selector)

    def closest(self, selector=None):
        found = []
        for item in self:
            for outer in [item] + list(item.iterancestors()):
                if _matches(outer, selector):
                    found.append(outer)
                    break
        return self._made(found)

    def siblings(self, selector=None):
        return self._sifted(
            [other for item in self for other in item.itersiblings(preceding=True)]
            + [other for item in self for other in item.itersiblings()], selector)

    def next_all(self, selector=None):
        return self._sifted([other for item in self for other in item.itersiblings()], selector)

    nextAll = next_all

    def prev_all(self, selector=None):
        return self._sifted([other for item in self for other in item.itersiblings(preceding=True)], selector)

    prevAll = prev_all

    def next(self, selector=None):
        return self._sifted([item.getnext() for item in self if item.getnext() is not None], selector)

    def prev(self, selector=None):
        return self._sifted([item.getprevious() for item in self if item.getprevious() is not None], selector)

    def contents(self):
        parts = PyQuery(parent=self)
        parts.extend(part for item in self for part in item.xpath("child::text()|child::*"))
        return parts

    def eq(self, index):
        return self._made(self[index:index + 1] if index >= 0 else self[index:][:1])

    def items(self, selector=None):
        for item in self(selector) if selector else self:
            yield self._made([item])

    def each(self, function):
        for place, item in enumerate(self):
            if function(place, item) is False:
                break
        return self

    def map(self, function):
        made = PyQuery(parent=self)
        for place, item in enumerate(self):
            value = function(place, item)
            if value is not None:
                made.extend(value if isinstance(value, list) else [value])
        return made

    def end(self):
        return self._parent

    @property
    def length(self):
        return len(self)

    def size(self):
        return len(self)

    @property
    def root(self):
        return self[0].getroottree() if self else None

    def serialize_array(self):
        return [{"name": name, "value": value} for item in self for name, value in item.form_values()]

    serializeArray = serialize_array

    def serialize_dict(self):
        return {pair["name"]: pair["value"] for pair in self.serialize_array()}

    def serialize(self):
        from urllib.parse import urlencode

        return urlencode([(pair["name"], pair["value"]) for pair in self.serialize_array()])

    def _refuse(self, *args, **kwargs):
        raise NotImplementedError("Katydid's pyquery reads documents and changes none")

    add_class = addClass = remove_class = removeClass = remove = empty = append_to = wrap = css = _refuse
