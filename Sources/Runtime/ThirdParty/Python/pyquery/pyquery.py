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
                "".join("." + name for name in (item.get("class") or "").split())) for item in self)

    def outer_html(self, method="html"):
        return tostring(self[0], encoding="unicode", method=method, with_tail=False) if self else None

    outerHtml = outer_html

    def html(self, value=None, **kwargs):
        if value is not None:
            self._refuse()
        if not self:
            return None
        element = self[0]
        from bs4.element import escaped

        return escaped(element.text or "") + "".join(tostring(child, encoding="unicode") for child in element)

    def text(self, value=None, **kwargs):
        if value is not None:
            self._refuse()
        if not self:
            return ""
        return " ".join(" ".join("".join(item.itertext()).split()) for item in self)

    def attr(self, name=None, value=None):
        if value is not None or name is None:
            self._refuse()
        return self[0].get(name) if self else None

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
            [other for item in self for other in item._siblings() if other is not item], selector)

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
        return [part for item in self for part in item.xpath("child::text()|child::*")]

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
