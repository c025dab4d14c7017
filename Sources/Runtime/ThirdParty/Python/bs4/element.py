"""The tree of a document: tags and texts, how they are searched and written."""
from _refusals import refuser as _refuser
from bs4._nodes import (
    CData, Comment, CONTAINERS, Declaration, Doctype, NavigableString, PageElement, PreformattedString,
    ProcessingInstruction, Script, Stylesheet, TemplateString, XMLProcessingInstruction, escaped, quoted,
)
from bs4._search import VOID as _VOID, ResultSet, first, is_void, multiple_values, search
from bs4._select import Matcher, parse as _parse_selector


class Tag(PageElement):
    is_tag = True

    def __init__(self, parser=None, builder=None, name=None, namespace=None, prefix=None, attrs=None, is_xml=False):
        self.name = name if prefix is None else prefix + ":" + name
        self.prefix = prefix
        self.namespace = namespace
        self.attrs = dict(attrs or {})
        self.contents = []
        self.is_xml = is_xml
        self.hidden = False
        self.sourceline = self.sourcepos = None

    @property
    def is_empty_element(self):
        return not self.contents and (self.is_xml or self.name in _VOID)

    # Attributes

    def __getitem__(self, key):
        return self.attrs[key]

    def __setitem__(self, key, value):
        self.attrs[key] = value

    def __delitem__(self, key):
        self.attrs.pop(key, None)

    def get(self, key, default=None):
        return self.attrs.get(key, default)

    def get_attribute_list(self, key, default=None):
        value = self.get(key, default)
        return value if isinstance(value, list) else [] if value is None else [value]

    def has_attr(self, key):
        return key in self.attrs

    def __contains__(self, item):
        return item in self.contents

    def __iter__(self):
        return iter(self.contents)

    def __len__(self):
        return len(self.contents)

    def __bool__(self):
        return True

    def __call__(self, *args, **kwargs):
        return self.find_all(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__") or name == "contents":
            raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))
        if len(name) > 3 and name.endswith("Tag"):
            return self.find(name[:-3])
        return self.find(name)

    def __eq__(self, other):
        return self is other or (
            isinstance(other, Tag) and self.name == other.name and self.attrs == other.attrs
            and self.contents == other.contents)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(str(self))

    # The tree below

    @property
    def children(self):
        return iter(self.contents)

    @property
    def descendants(self):
        for item in self.contents:
            yield item
            if isinstance(item, Tag):
                yield from item.descendants

    @property
    def self_and_descendants(self):
        yield self
        yield from self.descendants

    @property
    def string(self):
        if len(self.contents) != 1:
            return None
        only = self.contents[0]
        return only if isinstance(only, NavigableString) else only.string

    @string.setter
    def string(self, text):
        self.clear()
        self.append(str(text))

    def _all_strings(self, strip=False, types=None):
        if types is None:
            own = CONTAINERS.get(self.name)
            types = (own,) if own else (NavigableString, CData)
        for item in self.descendants:
            if isinstance(item, Tag) or type(item) not in types:
                continue
            text = item.strip() if strip else item
            if text or not strip:
                yield text

    @property
    def strings(self):
        return self._all_strings()

    @property
    def stripped_strings(self):
        return self._all_strings(True)

    def get_text(self, separator="", strip=False, types=None):
        return separator.join(self._all_strings(strip, types))

    getText = get_text

    @property
    def text(self):
        return self.get_text()

    # Searching

    def find_all(self, name=None, attrs={}, recursive=True, string=None, limit=None, **kwargs):
        if string is None and "text" in kwargs:
            string = kwargs.pop("text")
        return search(self.descendants if recursive else self.contents, name, attrs, string, limit, kwargs)

    findAll = find_all
    findChildren = find_all

    def find(self, name=None, attrs={}, recursive=True, string=None, **kwargs):
        return first(self.find_all(name, attrs, recursive, string, 1, **kwargs))

    findChild = find

    def select(self, selector, namespaces=None, limit=0, **kwargs):
        return ResultSet(None, _matcher.select(self, selector, limit))

    def select_one(self, selector, namespaces=None, **kwargs):
        return first(self.select(selector, limit=1))

    @property
    def css(self):
        return _CSS(self)

    # Changing

    def append(self, item):
        self.insert(len(self.contents), item)
        return item

    def extend(self, items):
        for item in list(items):
            self.append(item)

    def insert(self, position, *items):
        for item in items:
            if isinstance(item, str) and not isinstance(item, NavigableString):
                item = NavigableString(item)
            if item.parent is not None:
                if item.parent is self and item._place < position:
                    position -= 1
                item.extract()
            item.parent = self
            self.contents.insert(position, item)
            position += 1

    def clear(self, decompose=False):
        for item in list(self.contents):
            item.extract()

    def decompose(self):
        self.extract()
        self.contents = []

    def unwrap(self):
        parent, place = self.parent, self._place
        self.extract()
        for offset, item in enumerate(list(self.contents)):
            parent.insert(place + offset, item)
        return self

    # Writing

    def _open(self):
        parts = [self.name]
        # Its formatter sorts them.
        for key, value in sorted(self.attrs.items(), key=lambda item: item[0]):
            if value is None:
                parts.append(key)
                continue
            if isinstance(value, list):
                value = " ".join(value)
            parts.append("%s=%s" % (key, quoted(str(value))))
        return " ".join(parts)

    def decode(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal", iterator=None):
        out = []
        self._write(out)
        return "".join(out)

    def _write(self, out):
        if not self.hidden:
            out.append("<" + self._open() + ("/>" if self.is_empty_element else ">"))
        for item in self.contents:
            if isinstance(item, Tag):
                item._write(out)
            else:
                out.append(item.output_ready())
        if not self.hidden and not self.is_empty_element:
            out.append("</%s>" % self.name)

    __str__ = __unicode__ = __repr__ = decode

    def encode(self, encoding="utf-8", indent_level=None, formatter="minimal", errors="xmlcharrefreplace"):
        return self.decode().encode(encoding, errors)

    def decode_contents(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal"):
        return "".join(str(item) if isinstance(item, Tag) else item.output_ready() for item in self.contents)

    def encode_contents(self, indent_level=None, encoding="utf-8", formatter="minimal"):
        return self.decode_contents().encode(encoding)

    def prettify(self, encoding=None, formatter="minimal"):
        lines = []
        self._pretty(lines, 0)
        text = "".join(line + "\n" for line in lines)
        return text if encoding is None else text.encode(encoding)

    def _pretty(self, lines, level):
        space = " " * level
        inner = level if self.hidden else level + 1
        if not self.hidden:
            if self.name in ("pre", "textarea"):
                lines.append(space + self.decode())
                return
            lines.append(space + "<" + self._open() + ("/>" if self.is_empty_element else ">"))
        for item in self.contents:
            if isinstance(item, Tag):
                item._pretty(lines, inner)
            else:
                text = item.output_ready().strip()
                if text:
                    lines.append(" " * inner + text)
        if not self.hidden and not self.is_empty_element:
            lines.append(space + "</%s>" % self.name)


class _CSS:
    def __init__(self, tag):
        self._tag = tag

    def select(self, selector, limit=0, **kwargs):
        return self._tag.select(selector, limit=limit)

    def select_one(self, selector, **kwargs):
        return self._tag.select_one(selector)

    def iselect(self, selector, limit=0, **kwargs):
        return iter(self.select(selector, limit))

    def match(self, selector, **kwargs):
        return _matcher.match(self._tag, _parse_selector(selector))

    def closest(self, selector, **kwargs):
        for item in [self._tag] + list(self._tag.parents):
            if not item.hidden and _matcher.match(item, _parse_selector(selector)):
                return item
        return None


class _TagMatcher(Matcher):
    def name(self, element):
        return element.name

    def get(self, element, name):
        value = element.attrs.get(name)
        if value is None:
            if name in element.attrs:
                return ""
            lowered = name.lower()
            for key, item in element.attrs.items():
                if key.lower() == lowered:
                    value = item
                    break
            else:
                return None
        return " ".join(value) if isinstance(value, list) else value or ""

    def parent(self, element):
        outer = element.parent
        return None if outer is None or outer.hidden else outer

    def siblings(self, element):
        if element.parent is None:
            return [element]
        return [item for item in element.parent.contents if isinstance(item, Tag)]

    def descendants(self, element):
        return (item for item in element.descendants if isinstance(item, Tag))

    def children(self, element):
        return [item for item in element.contents if isinstance(item, Tag)]

    def text(self, element):
        return "".join(item for item in element.descendants if not isinstance(item, (Tag, Comment, Doctype)))

    def own_text(self, element):
        return "".join(item for item in element.contents if not isinstance(item, (Tag, Comment, Doctype)))

    def is_empty(self, element):
        return all(isinstance(item, Comment) or not isinstance(item, Tag) and not item.strip() for item in element.contents)


_matcher = _TagMatcher()


__getattr__ = _refuser(__name__)
