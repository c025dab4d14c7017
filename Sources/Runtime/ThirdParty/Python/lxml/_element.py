"""Elements as views of libxml2's nodes."""
import _libxml
from bs4._select import Matcher, SelectorSyntaxError, parse as _parse_selector


class LxmlError(Exception):
    pass


class XPathError(LxmlError):
    pass


class XPathEvalError(XPathError):
    pass


class XPathSyntaxError(SyntaxError, XPathError):
    pass


class ParserError(LxmlError):
    pass


class LxmlSyntaxError(LxmlError, SyntaxError):
    pass


class ParseError(LxmlSyntaxError):
    pass


class XMLSyntaxError(ParseError):
    pass


_READ_ONLY = "Katydid's lxml reads documents and changes none"


def wrapped(node):
    """The element of a node: always the same one."""
    if node is None:
        return None
    known = getattr(node, "element", None)
    if known is None:
        kind = node.kind
        known = _Comment(node) if kind == "comment" else _ProcessingInstruction(node) if kind == "pi" else HtmlElement(node)
        node.element = known
    return known


class _Attributes(dict):
    def __setitem__(self, key, value):
        raise NotImplementedError(_READ_ONLY)


class _Element:
    def __init__(self, node):
        self._node = node

    # What a fragment's own outermost element is called, which libxml2 has made a body.
    _shown = None

    @property
    def tag(self):
        return self._shown or self._node.name

    @property
    def text(self):
        return self._node.text

    @property
    def tail(self):
        return self._node.tail

    @property
    def attrib(self):
        return _Attributes(self._node.attributes)

    @property
    def prefix(self):
        return self._node.prefix

    @property
    def nsmap(self):
        return self._node.namespaces

    @property
    def sourceline(self):
        return self._node.line

    def __repr__(self):
        return "<Element %s at 0x%x>" % (self.tag, id(self))

    def __len__(self):
        return len(self._node.children)

    def __bool__(self):
        return len(self) > 0

    def __iter__(self):
        return iter([wrapped(node) for node in self._node.children])

    def __getitem__(self, key):
        nodes = self._node.children
        return [wrapped(node) for node in nodes[key]] if isinstance(key, slice) else wrapped(nodes[key])

    def __contains__(self, item):
        return any(item is child for child in self)

    def get(self, key, default=None):
        return self._node.attributes.get(key, default)

    def keys(self):
        return list(self._node.attributes.keys())

    def values(self):
        return list(self._node.attributes.values())

    def items(self):
        return list(self._node.attributes.items())

    def _refuse(self, *args, **kwargs):
        raise NotImplementedError(_READ_ONLY)

    set = append = remove = insert = extend = clear = drop_tree = drop_tag = addnext = addprevious = replace = _refuse

    def getparent(self):
        return wrapped(self._node.parent)

    def getchildren(self):
        return list(self)

    def _siblings(self):
        parent = self.getparent()
        return [self] if parent is None else list(parent)

    def _beside(self, step):
        siblings = self._siblings()
        place = next(place for place, item in enumerate(siblings) if item is self) + step
        return siblings[place] if 0 <= place < len(siblings) else None

    def getnext(self):
        return self._beside(1)

    def getprevious(self):
        return self._beside(-1)

    def index(self, child):
        return next(place for place, item in enumerate(self) if item is child)

    def getroottree(self):
        root = self
        while root.getparent() is not None:
            root = root.getparent()
        return _ElementTree(root)

    def iter(self, *tags):
        wanted = [item for tag in tags for item in (tag if isinstance(tag, (list, tuple)) else [tag]) if item != "*"]
        if not wanted or self.tag in wanted:
            yield self
        for child in self:
            yield from child.iter(*tags)

    getiterator = iter

    def iterchildren(self, tag=None, *tags, reversed=False):
        wanted = [item for item in (tag,) + tags if item is not None]
        items = [item for item in self if not wanted or item.tag in wanted]
        return iter(items[::-1] if reversed else items)

    def iterdescendants(self, *tags):
        return (item for item in self.iter(*tags) if item is not self)

    def iterancestors(self, *tags):
        outer = self.getparent()
        while outer is not None:
            if not tags or outer.tag in tags:
                yield outer
            outer = outer.getparent()

    def itersiblings(self, *tags, preceding=False):
        siblings = self._siblings()
        place = next(place for place, item in enumerate(siblings) if item is self)
        items = siblings[:place][::-1] if preceding else siblings[place + 1:]
        return iter([item for item in items if not tags or item.tag in tags])

    def itertext(self, *tags, with_tail=True):
        if isinstance(self.tag, str) and self.text:
            yield self.text
        for child in self:
            yield from child.itertext()
            if child.tail:
                yield child.tail

    # Looking for elements

    def xpath(self, path, namespaces=None, extensions=None, smart_strings=True, **variables):
        try:
            found = _libxml.xpath(self._node, path, namespaces or {}, variables)
        except ValueError as error:
            raise XPathEvalError(str(error)) from None
        if not isinstance(found, list):
            return found
        return [item if isinstance(item, str) else wrapped(item) for item in found]

    def _path(self, path, namespaces):
        """ElementPath as XPath: `{uri}name` needs a prefix there."""
        import re

        names = dict(namespaces or {})
        names.pop(None, None)

        def prefixed(match):
            prefix = "ns%d" % len(names)
            names[prefix] = match.group(1)
            return prefix + ":"

        return re.sub(r"\{([^}]*)\}", prefixed, path), names

    def findall(self, path, namespaces=None):
        path, names = self._path(path, namespaces)
        if path.startswith("/"):
            raise SyntaxError("cannot use absolute path on element")
        return [item for item in self.xpath(path, names) if not isinstance(item, str)]

    def iterfind(self, path, namespaces=None):
        return iter(self.findall(path, namespaces))

    def find(self, path, namespaces=None):
        found = self.findall(path, namespaces)
        return found[0] if found else None

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def cssselect(self, selector, translator="html"):
        return _matcher.select(self, selector)


class HtmlElement(_Element):
    """What `lxml.html` adds; every element has it here."""

    def text_content(self):
        return self._node.content or ""

    @property
    def classes(self):
        return set((self.get("class") or "").split())

    def find_class(self, name):
        return [item for item in self.iter() if isinstance(item.tag, str) and name in (item.get("class") or "").split()]

    def get_element_by_id(self, id, *default):
        for item in self.iter():
            if item.get("id") == id:
                return item
        if default:
            return default[0]
        raise KeyError(id)

    def find_rel_links(self, rel):
        return [item for item in self.iter("a") if (item.get("rel") or "").lower() == rel.lower()]

    @property
    def head(self):
        found = self.xpath("//head")
        return found[0] if found else None

    @property
    def body(self):
        found = self.xpath("//body")
        return found[0] if found else None

    @property
    def forms(self):
        return list(self.iter("form"))

    @property
    def label(self):
        identity = self.get("id")
        found = [item for item in self.xpath("//label") if identity and item.get("for") == identity]
        return found[0] if found else None

    def iterlinks(self):
        """Tuples of element, attribute, link and its place in the attribute."""
        for item in self.iter():
            if not isinstance(item.tag, str):
                continue
            for name in ("action", "archive", "background", "cite", "classid", "codebase", "data", "href", "longdesc",
                         "profile", "src", "usemap", "dynsrc", "lowsrc", "formaction"):
                if item.get(name) is not None:
                    yield (item, name, item.get(name), 0)

    # Forms

    @property
    def action(self):
        return self.get("action")

    @property
    def method(self):
        return (self.get("method") or "GET").upper()

    @property
    def name(self):
        return self.get("name")

    @property
    def type(self):
        return (self.get("type") or "text").lower()

    @property
    def checked(self):
        return self.get("checked") is not None

    @property
    def value(self):
        if self.tag == "textarea":
            return self.text or ""
        if self.tag == "select":
            options = list(self.iter("option"))
            chosen = [item for item in options if item.get("selected") is not None] or options[:1]
            return (chosen[0].get("value") if chosen[0].get("value") is not None else chosen[0].text) if chosen else None
        if self.tag == "option":
            return self.get("value") if self.get("value") is not None else (self.text or "")
        return self.get("value")

    @property
    def inputs(self):
        return [item for item in self.iter("input", "select", "textarea") if item.get("name") is not None]

    @property
    def fields(self):
        values = {}
        for item in self.inputs:
            if item.type in ("checkbox", "radio") and item.tag == "input" and not item.checked:
                values.setdefault(item.name, None)
            else:
                values[item.name] = item.value
        return values

    def form_values(self):
        values = []
        for item in self.inputs:
            if item.get("disabled") is not None or item.tag == "input" and item.type in ("submit", "image", "reset", "file"):
                continue
            if item.tag == "input" and item.type in ("checkbox", "radio"):
                if item.checked:
                    values.append((item.name, item.get("value", "on")))
            elif item.value is not None:
                values.append((item.name, item.value))
        return values


class _Comment(_Element):
    @property
    def tag(self):
        return Comment

    def __repr__(self):
        return "<!--%s-->" % self.text

    def itertext(self, *tags, with_tail=True):
        return iter(())


class _ProcessingInstruction(_Comment):
    @property
    def tag(self):
        return ProcessingInstruction

    @property
    def target(self):
        return self._node.name

    def __repr__(self):
        return "<?%s %s?>" % (self.target, self.text)


def Comment(text=None):
    raise NotImplementedError(_READ_ONLY)


def ProcessingInstruction(target, text=None):
    raise NotImplementedError(_READ_ONLY)


class _ElementTree:
    def __init__(self, root):
        self._root = root

    def getroot(self):
        return self._root

    def xpath(self, path, namespaces=None, **variables):
        return self._root.xpath(path, namespaces, **variables)

    def find(self, path, namespaces=None):
        return self._root.find("." + path if path.startswith("/") else path, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall("." + path if path.startswith("/") else path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext("." + path if path.startswith("/") else path, default, namespaces)

    def iter(self, *tags):
        return self._root.iter(*tags)


class _NodeMatcher(Matcher):
    def name(self, element):
        return element.tag if isinstance(element.tag, str) else ""

    def get(self, element, name):
        return element.get(name)

    def parent(self, element):
        return element.getparent()

    def siblings(self, element):
        parent = element.getparent()
        return [element] if parent is None else self.children(parent)

    def children(self, element):
        return [item for item in element if isinstance(item.tag, str)]

    def descendants(self, element):
        return (item for item in element.iter() if item is not element and isinstance(item.tag, str))

    def text(self, element):
        return element._node.content or ""

    def own_text(self, element):
        return (element.text or "") + "".join(item.tail or "" for item in element)

    def is_empty(self, element):
        return len(element) == 0 and not element.text


_matcher = _NodeMatcher()


def matches(element, selector):
    return _matcher.match(element, _parse_selector(selector))


def tostring(element, encoding=None, method="xml", pretty_print=False, with_tail=True, xml_declaration=None, **options):
    if isinstance(element, _ElementTree):
        element = element.getroot()
    if method == "text":
        text = "".join(element.itertext())
    else:
        text = _libxml.serialize(element._node, method, pretty_print)
        if pretty_print and not text.endswith("\n"):
            text += "\n"
    if with_tail and element.tail:
        tail = element.tail
        text += tail if method == "text" else tail.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if encoding in ("unicode", str):
        return text
    head = ""
    if xml_declaration or xml_declaration is None and method == "xml" and (encoding or "ASCII").upper() not in (
            "ASCII", "UTF-8", "US-ASCII"):
        head = "<?xml version='1.0' encoding='%s'?>\n" % (encoding or "ASCII")
    return (head + text).encode(encoding or "ascii", "xmlcharrefreplace")
