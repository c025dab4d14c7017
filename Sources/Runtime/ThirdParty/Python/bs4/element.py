"""The tree of a document: tags and texts, how they are searched and written."""
import re

from _refusals import refuser as _refuser
from bs4._select import Matcher, parse as _parse_selector

_VOID = frozenset("area base basefont bgsound br col command embed frame hr image img input isindex keygen link menuitem meta "
                  "nextid param source spacer track wbr".split())
_MULTIPLE = {
    "*": ("class", "accesskey", "dropzone"), "a": ("rel", "rev"), "link": ("rel", "rev"), "td": ("headers",),
    "th": ("headers",), "form": ("accept-charset",), "object": ("archive",), "area": ("rel",), "icon": ("sizes",),
    "iframe": ("sandbox",), "output": ("for",),
}


class AttributeValueList(list):
    pass


def escaped(text):
    """As the formatter `minimal` writes it."""
    text = re.sub(r"&(?!\#?\w+;)|&", "&amp;", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")


def quoted(text):
    text = escaped(text)
    if '"' in text:
        if "'" in text:
            return '"%s"' % text.replace('"', "&quot;")
        return "'%s'" % text
    return '"%s"' % text


class PageElement:
    """What a tree is made of."""

    parent = None

    @property
    def _place(self):
        return next(place for place, item in enumerate(self.parent.contents) if item is self)

    @property
    def next_sibling(self):
        if self.parent is None:
            return None
        place = self._place + 1
        return self.parent.contents[place] if place < len(self.parent.contents) else None

    @property
    def previous_sibling(self):
        if self.parent is None:
            return None
        place = self._place
        return self.parent.contents[place - 1] if place else None

    @property
    def next_element(self):
        if isinstance(self, Tag) and self.contents:
            return self.contents[0]
        return self._after()

    def _after(self):
        item = self
        while item is not None:
            following = item.next_sibling
            if following is not None:
                return following
            item = item.parent
        return None

    @property
    def previous_element(self):
        item = self.previous_sibling
        if item is None:
            return self.parent
        while isinstance(item, Tag) and item.contents:
            item = item.contents[-1]
        return item

    def _walk(self, name):
        item = getattr(self, name)
        while item is not None:
            yield item
            item = getattr(item, name)

    @property
    def next_siblings(self):
        if self.parent is not None:
            yield from list(self.parent.contents[self._place + 1:])

    @property
    def previous_siblings(self):
        if self.parent is not None:
            yield from reversed(list(self.parent.contents[:self._place]))

    @property
    def next_elements(self):
        return self._walk("next_element")

    @property
    def previous_elements(self):
        return self._walk("previous_element")

    @property
    def parents(self):
        return self._walk("parent")

    def _find_in(self, items, name, attrs, string, limit, kwargs):
        return search(items, name, attrs, string, limit, kwargs)

    def find_next_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.next_siblings, name, attrs, string, limit, kwargs)

    def find_previous_siblings(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.previous_siblings, name, attrs, string, limit, kwargs)

    def find_all_next(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.next_elements, name, attrs, string, limit, kwargs)

    def find_all_previous(self, name=None, attrs={}, string=None, limit=None, **kwargs):
        return search(self.previous_elements, name, attrs, string, limit, kwargs)

    def find_parents(self, name=None, attrs={}, limit=None, **kwargs):
        return search(self.parents, name, attrs, None, limit, kwargs)

    def find_next_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return first(self.find_next_siblings(name, attrs, string, 1, **kwargs))

    def find_previous_sibling(self, name=None, attrs={}, string=None, **kwargs):
        return first(self.find_previous_siblings(name, attrs, string, 1, **kwargs))

    def find_next(self, name=None, attrs={}, string=None, **kwargs):
        return first(self.find_all_next(name, attrs, string, 1, **kwargs))

    def find_previous(self, name=None, attrs={}, string=None, **kwargs):
        return first(self.find_all_previous(name, attrs, string, 1, **kwargs))

    def find_parent(self, name=None, attrs={}, **kwargs):
        return first(self.find_parents(name, attrs, 1, **kwargs))

    findNextSibling = find_next_sibling
    findPreviousSibling = find_previous_sibling
    findNext = find_next
    findParent = find_parent
    findParents = find_parents
    nextSibling = next_sibling
    previousSibling = previous_sibling

    def extract(self):
        if self.parent is not None:
            del self.parent.contents[self._place]
            self.parent = None
        return self

    def replace_with(self, *items):
        parent, place = self.parent, self._place
        self.extract()
        for offset, item in enumerate(items):
            parent.insert(place + offset, item)
        return self

    def insert_before(self, *items):
        for item in items:
            self.parent.insert(self._place, item)

    def insert_after(self, *items):
        place = self._place + 1
        for offset, item in enumerate(items):
            self.parent.insert(place + offset, item)

    def wrap(self, tag):
        self.replace_with(tag)
        tag.append(self)
        return tag


def first(items):
    return items[0] if items else None


class NavigableString(str, PageElement):
    PREFIX = SUFFIX = ""
    name = None

    def __new__(cls, value=""):
        return str.__new__(cls, value)

    @property
    def string(self):
        return self

    @property
    def strings(self):
        yield self

    @property
    def stripped_strings(self):
        text = self.strip()
        if text:
            yield text

    @property
    def text(self):
        return self.get_text()

    def get_text(self, separator="", strip=False, types=None):
        text = str(self)
        return text.strip() if strip else text

    getText = get_text

    def output_ready(self):
        return self.PREFIX + (escaped(self) if type(self) is NavigableString else str(self)) + self.SUFFIX

    def decompose(self):
        self.extract()


class PreformattedString(NavigableString):
    pass


class CData(PreformattedString):
    PREFIX, SUFFIX = "<![CDATA[", "]]>"


class ProcessingInstruction(PreformattedString):
    PREFIX, SUFFIX = "<?", ">"


class XMLProcessingInstruction(ProcessingInstruction):
    PREFIX, SUFFIX = "<?", "?>"


class Comment(PreformattedString):
    PREFIX, SUFFIX = "<!--", "-->"


class Declaration(PreformattedString):
    PREFIX, SUFFIX = "<?", "?>"


class Doctype(PreformattedString):
    PREFIX, SUFFIX = "<!DOCTYPE ", ">\n"


class Script(NavigableString):
    pass


class Stylesheet(NavigableString):
    pass


class TemplateString(NavigableString):
    pass


CONTAINERS = {"script": Script, "style": Stylesheet, "template": TemplateString}


class Tag(PageElement):
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


class ResultSet(list):
    def __init__(self, source=None, result=()):
        list.__init__(self, result)
        self.source = source

    def __getattr__(self, name):
        raise AttributeError(
            "ResultSet object has no attribute \"%s\". You're probably treating a list of elements like a single element. "
            "Did you call find_all() when you meant to call find()?" % name)


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


# What find_all looks for

def _matches(wanted, value):
    """Whether a name, an attribute's value or a text is what is wanted."""
    if isinstance(value, list):
        if any(_matches(wanted, item) for item in value):
            return True
        return isinstance(wanted, (str, bytes)) and wanted == " ".join(value)
    if wanted is True:
        return value is not None
    if wanted is None or wanted is False:
        return value is None
    if isinstance(wanted, bytes):
        wanted = wanted.decode("utf-8")
    if isinstance(wanted, str):
        return value is not None and str(value) == wanted
    if hasattr(wanted, "search"):
        return value is not None and wanted.search(value) is not None
    if callable(wanted):
        return bool(wanted(value))
    if hasattr(wanted, "__iter__"):
        return any(_matches(item, value) for item in wanted)
    return value is not None and str(value) == str(wanted)


def search(items, name, attrs, string, limit, kwargs):
    if "class_" in kwargs:
        kwargs = dict(kwargs)
        kwargs["class"] = kwargs.pop("class_")
    if isinstance(attrs, dict):
        wanted = dict(attrs)
    else:
        wanted = {"class": attrs} if attrs else {}
    wanted.update(kwargs)
    found = ResultSet()
    for item in items:
        if isinstance(item, Tag):
            if string is not None and name is None and not wanted:
                continue
            if callable(name) and not hasattr(name, "search") and not isinstance(name, Tag):
                if not name(item):
                    continue
            elif name is not None and not _matches(name, item.name):
                continue
            if not all(_matches(value, item.attrs.get(key)) for key, value in wanted.items()):
                continue
            if string is not None and not _matches(string, item.string):
                continue
        elif string is None or name is not None or wanted or not _matches(string, item):
            continue
        found.append(item)
        if limit and len(found) >= limit:
            break
    return found


def multiple_values(name, attributes):
    """Attributes that are lists of words, as lists."""
    fixed = {}
    for key, value in attributes.items():
        if value is not None and (key in _MULTIPLE["*"] or key in _MULTIPLE.get(name, ())):
            value = AttributeValueList(value.split()) if value.strip() else AttributeValueList([""] if value == "" else [])
        fixed[key] = value
    return fixed


def is_void(name):
    return name in _VOID


__getattr__ = _refuser(__name__)
