"""Trees of XML elements: made by hand or read, searched, written."""
import io as _io
from xml.etree import _path
from xml.etree._parsers import XMLParser, XMLPullParser, iterparse
from xml.etree._reader import ParseError

__all__ = ["Comment", "dump", "Element", "ElementTree", "canonicalize", "fromstring", "fromstringlist", "indent",
           "iselement", "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement",
           "tostring", "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser",
           "register_namespace"]

VERSION = "1.3.0"
_namespace_map = {"http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
                  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
                  "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
                  "http://purl.org/dc/elements/1.1/": "dc"}


def iselement(element):
    return hasattr(element, "tag")


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError("Element() argument 2 must be dict, not %s" % type(attrib).__name__)
        self.tag, self.attrib = tag, {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return "<Element %r at %#x>" % (self.tag, id(self))

    def makeelement(self, tag, attrib):
        return self.__class__(tag, attrib)

    def __copy__(self):
        copy = self.makeelement(self.tag, self.attrib)
        copy.text, copy.tail = self.text, self.tail
        copy._children = self._children[:]
        return copy

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        return bool(self._children)

    def __iter__(self):
        return iter(self._children)

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError("child index out of range") from None

    def __setitem__(self, index, element):
        for one in element if isinstance(index, slice) else [element]:
            self._check(one)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError("child assignment index out of range") from None

    def __delitem__(self, index):
        del self._children[index]

    def _check(self, element):
        if not isinstance(element, Element):
            raise TypeError("append() argument must be xml.etree.ElementTree.Element, not %s"
                            % type(element).__name__)

    def append(self, subelement, /):
        self._check(subelement)
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError("expected an Element, not \"%s\"" % type(element).__name__)
            self._children.append(element)

    def insert(self, index, subelement, /):
        self._check(subelement)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        for place, child in enumerate(self._children):
            if child is subelement:
                del self._children[place]
                return
        raise ValueError("list.remove(x): x not in list")

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def find(self, path, namespaces=None):
        return next(iter(_path.select(self, path, namespaces)), None)

    def findall(self, path, namespaces=None):
        return _path.select(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        return iter(_path.select(self, path, namespaces))

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        if found is None:
            return default
        return "" if found.text is None else found.text

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()

    def iter(self, tag=None):
        wanted = None if tag == "*" else tag
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if wanted is None or element.tag == wanted:
                yield element
            waiting.extend(reversed(element._children))

    def itertext(self):
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


def SubElement(parent, tag, attrib={}, **extra):
    element = Element(tag, attrib, **extra)
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return "<QName %r>" % (self.text,)

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)

    def __le__(self, other):
        return self.text <= (other.text if isinstance(other, QName) else other)


class TreeBuilder:
    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._make = element_factory or Element
        self._comment, self._pi = comment_factory or Comment, pi_factory or ProcessingInstruction
        self._keeps_comments, self._keeps_pis = insert_comments, insert_pis
        self._open, self._texts, self._last, self._root, self._is_tail = [], [], None, None, False

    def _flush(self):
        if self._texts:
            text, self._texts = "".join(self._texts), []
            if self._last is not None:
                setattr(self._last, "tail" if self._is_tail else "text", text)

    def _add(self, element):
        self._last = element
        if self._open:
            self._open[-1].append(element)

    def start(self, tag, attrs):
        self._flush()
        element = self._make(tag, attrs)
        self._add(element)
        if self._root is None:
            self._root = element
        self._open.append(element)
        self._is_tail = False
        return element

    def end(self, tag):
        self._flush()
        self._last = self._open.pop()
        self._is_tail = True
        return self._last

    def data(self, data):
        self._texts.append(data)

    def comment(self, text):
        return self._aside(self._comment(text), self._keeps_comments)

    def pi(self, target, text=None):
        return self._aside(self._pi(target, text), self._keeps_pis)

    def _aside(self, element, is_kept):
        if is_kept:
            self._flush()
            self._add(element)
            self._is_tail = True
        return element

    def close(self):
        self._flush()
        if self._root is None:
            raise ParseError("no element found")
        return self._root


def XML(text, parser=None):
    parser = XMLParser(target=TreeBuilder()) if parser is None else parser
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    parser = XMLParser(target=TreeBuilder()) if parser is None else parser
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


class ElementTree:
    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        opened = None
        if not hasattr(source, "read"):
            source = opened = open(source, "rb")
        try:
            parser = XMLParser() if parser is None else parser
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if opened is not None:
                opened.close()

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _relative(self, path):
        if path[:1] != "/":
            return path
        import warnings

        warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on "
                      "the current behaviour, change it to %r" % ("." + path), FutureWarning, 3)
        return "." + path

    def find(self, path, namespaces=None):
        return self._root.find(self._relative(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._relative(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._relative(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._relative(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        text = _written(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements)
        name = (encoding or "us-ascii").lower()
        data = text if name == "unicode" else text.encode(name, "xmlcharrefreplace")
        if hasattr(file_or_filename, "write"):
            file_or_filename.write(data)
            return
        if isinstance(data, str):
            with open(file_or_filename, "w", encoding="utf-8", errors="xmlcharrefreplace") as file:
                file.write(data)
        else:
            with open(file_or_filename, "wb") as file:
                file.write(data)


def _written(root, encoding, declares, default_namespace, method, is_short):
    from xml.etree import _writer
    return _writer.written(root, encoding, declares, default_namespace, method, is_short, _namespace_map,
                           {Comment: "comment", ProcessingInstruction: "pi"}, QName)


def register_namespace(prefix, uri):
    if prefix[:2] == "ns" and prefix[2:].isdigit():
        raise ValueError("Prefix format reserved for internal use")
    for known in [key for key, value in _namespace_map.items() if key == uri or value == prefix]:
        del _namespace_map[known]
    _namespace_map[uri] = prefix


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    stream = _io.StringIO() if encoding == "unicode" else _io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration, default_namespace, method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **options):
    return [tostring(element, encoding, method, **options)]


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
    raise NotImplementedError("canonical XML is not supported")


def dump(elem):
    import sys
    root = elem if isinstance(elem, Element) else elem.getroot()
    text = tostring(root, "unicode")
    sys.stdout.write(text if root.tail and root.tail[-1] == "\n" else text + "\n")


def indent(tree, space="  ", level=0):
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError("Initial indentation level must be >= 0, got %d" % level)

    def arrange(element, depth):
        if not len(element):
            return
        inner, outer = "\n" + space * (depth + 1), "\n" + space * depth
        if not element.text or not element.text.strip():
            element.text = inner
        for place, child in enumerate(element):
            arrange(child, depth + 1)
            if not child.tail or not child.tail.strip():
                child.tail = outer if place == len(element) - 1 else inner

    arrange(root, level)
