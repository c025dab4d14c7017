"""The tree of a document: tags and texts, how they are searched and written."""
from _refusals import refuser as _refuser
from bs4 import _output
from bs4._nodes import (
    CData, Comment, CONTAINERS, DEFAULT, Declaration, Doctype, NavigableString, PageElement, PreformattedString,
    ProcessingInstruction, Script, Stylesheet, TemplateString, XMLProcessingInstruction, is_wanted,
)
from bs4._output import formatter_of
from bs4._search import VOID as _VOID, ResultSet, first, is_void, multiple_values, search
from bs4._select import Matcher, parse as _parse_selector


# Names of Beautiful Soup's own that a tag hasn't here: asking for one must not look like asking for a tag.
_LACKING = frozenset(
    "builder parser_class parserClass can_be_empty_element cdata_list_attributes preserve_whitespace_tags "
    "interesting_string_types attribute_dict_class attribute_value_list_class MAIN_CONTENT_STRING_TYPES "
    "START_ELEMENT_EVENT END_ELEMENT_EVENT EMPTY_ELEMENT_EVENT STRING_ELEMENT_EVENT setup "
    "format_string formatter_for_name new_tag new_string fetchNextSiblings fetchPreviousSiblings fetchAllPrevious "
    "fetchParents".split())


class Tag(PageElement):
    is_tag = True
    # The attribute by which the document that was parsed says how it is encoded, and its value there.
    declared = None

    def __init__(self, parser=None, builder=None, name=None, namespace=None, prefix=None, attrs=None, is_xml=False):
        self.name = name
        self.prefix = prefix
        self.namespace = namespace
        self.attrs = dict(attrs or {})
        self.contents = []
        self.is_xml = self.known_xml = is_xml
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

    has_key = has_attr

    def isSelfClosing(self):
        return self.is_empty_element

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
        if name in _LACKING:
            raise AttributeError("Katydid's bs4 has no %r of tags: docs/third-party.md lists what is there" % name)
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
        return self._self_and(self.descendants)

    def childGenerator(self):
        return self.children

    def recursiveChildGenerator(self):
        return self.descendants

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

    def _all_strings(self, strip=False, types=DEFAULT):
        if types is DEFAULT:
            types = CONTAINERS.get(self.name) or (NavigableString, CData)
        for item in self.descendants:
            if isinstance(item, Tag) or not is_wanted(item, types):
                continue
            text = item.strip() if strip else item
            if text or not strip:
                yield text

    @property
    def strings(self):
        return self._all_strings()


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
        if isinstance(items, Tag):
            items = items.contents
        items = list(items)
        for item in items:
            self.append(item)
        return items

    def insert(self, position, *items):
        inserted = []
        for item in items:
            inserted += self._insert(position, item)
            position += 1
        return inserted

    def _insert(self, position, item):
        if item is None:
            raise ValueError("Cannot insert None into a tag.")
        if item is self:
            raise ValueError("Cannot insert a tag into itself.")
        if isinstance(item, str) and not isinstance(item, NavigableString):
            item = NavigableString(item)
        if item.is_tag and item.hidden:
            # A document gives its parts.
            return self.insert(position, *list(item.contents))
        position = min(position, len(self.contents))
        if item.parent is not None:
            if item.parent is self:
                place = item._place
                if place == position:
                    return [item]
                if place < position:
                    position -= 1
            item.extract()
        item.parent = self
        self.contents.insert(position, item)
        return [item]

    def index(self, element):
        for place, item in enumerate(self.contents):
            if item is element:
                return place
        raise ValueError("Tag.index: element not in tag")

    def smooth(self):
        """Joins texts that lie beside each other."""
        for item in self.contents:
            if item.is_tag:
                item.smooth()
        for place in range(len(self.contents) - 2, -1, -1):
            first, second = self.contents[place:place + 2]
            if not (first.is_tag or second.is_tag or isinstance(first, PreformattedString)
                    or isinstance(second, PreformattedString)):
                second.extract()
                first.replace_with(NavigableString(first + second))

    def clear(self, decompose=False):
        for item in list(self.contents):
            if decompose:
                item.decompose()
            else:
                item.extract()

    def decompose(self):
        self.extract()
        for item in [self] + list(self.descendants):
            item._is_decomposed = True
        self.contents = []

    def unwrap(self):
        if self.parent is None:
            raise ValueError("Cannot replace an element with its contents when that element is not part of a tree.")
        parent, place = self.parent, self._place
        self.extract()
        for offset, item in enumerate(list(self.contents)):
            parent.insert(place + offset, item)
        return self

    replace_with_children = replaceWithChildren = unwrap

    # Writing

    def _written(self, items, level, encoding, formatter):
        if level is True:
            level = 0
        return _output.write(items, None if level is False else level, formatter_of(formatter, self.is_xml), encoding)

    def decode(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal", iterator=None):
        # A document shows nothing of itself.
        return self._written(list(self.contents) if self.hidden else [self], indent_level, eventual_encoding, formatter)

    def __str__(self):
        return self.decode()

    __unicode__ = __repr__ = __str__

    def encode(self, encoding="utf-8", indent_level=None, formatter="minimal", errors="xmlcharrefreplace"):
        return self.decode(indent_level, encoding, formatter).encode(encoding, errors)

    def decode_contents(self, indent_level=None, eventual_encoding="utf-8", formatter="minimal"):
        return self._written(list(self.contents), indent_level, eventual_encoding, formatter)

    def encode_contents(self, indent_level=None, encoding="utf-8", formatter="minimal"):
        return self.decode_contents(indent_level, encoding, formatter).encode(encoding)

    def renderContents(self, encoding="utf-8", prettyPrint=False, indentLevel=0):
        return self.encode_contents(indentLevel if prettyPrint else None, encoding)

    def prettify(self, encoding=None, formatter="minimal"):
        if encoding is None:
            return self.decode(0, formatter=formatter)
        return self.encode(encoding, 0, formatter)


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

    def filter(self, selector, **kwargs):
        wanted = _parse_selector(selector)
        return ResultSet(None, [item for item in _matcher.children(self._tag) if _matcher.match(item, wanted)])

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
