"""What a tree is made of, but for its tags: the way from one part to the next, and the kinds of texts."""
from bs4 import _output
from bs4._search import first, search


# What `types` is unless it is given: the texts that people read.
DEFAULT = object()


def is_wanted(item, types):
    """Whether a text is of one of some kinds; None stands for all, and subclasses don't count."""
    return types is None or (type(item) is types if isinstance(types, type) else type(item) in types)


class PageElement:
    """What a tree is made of."""

    parent = None
    is_tag = False
    hidden = False
    known_xml = False
    _is_decomposed = False

    @property
    def decomposed(self):
        return self._is_decomposed

    # Texts

    @property
    def stripped_strings(self):
        return self._all_strings(True)

    def get_text(self, separator="", strip=False, types=DEFAULT):
        return separator.join(self._all_strings(strip, types))

    getText = get_text

    @property
    def text(self):
        return self.get_text()

    # The way to other parts

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
        if self.is_tag and self.contents:
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
            # Nothing stands before a document's first part.
            return self.parent if self.parent is not None and not self.parent.hidden else None
        while item.is_tag and item.contents:
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

    def _self_and(self, others):
        if not self.hidden:
            yield self
        yield from others

    @property
    def self_and_next_elements(self):
        return self._self_and(self.next_elements)

    @property
    def self_and_next_siblings(self):
        return self._self_and(self.next_siblings)

    @property
    def self_and_previous_elements(self):
        return self._self_and(self.previous_elements)

    @property
    def self_and_previous_siblings(self):
        return self._self_and(self.previous_siblings)

    @property
    def self_and_parents(self):
        return self._self_and(self.parents)

    # The names of version 3

    @property
    def next(self):
        return self.next_element

    @property
    def previous(self):
        return self.previous_element

    def nextGenerator(self):
        return self.next_elements

    def previousGenerator(self):
        return self.previous_elements

    def nextSiblingGenerator(self):
        return self.next_siblings

    def previousSiblingGenerator(self):
        return self.previous_siblings

    def parentGenerator(self):
        return self.parents

    findNextSiblings = find_next_siblings
    findPreviousSiblings = find_previous_siblings
    findAllNext = find_all_next
    findAllPrevious = find_all_previous
    findPrevious = find_previous
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
        if self.parent is None:
            raise ValueError(
                "Cannot replace one element with another when the element to be replaced is not part of a tree.")
        if len(items) == 1 and items[0] is self:
            return self
        if any(item is self.parent for item in items):
            raise ValueError("Cannot replace a Tag with its parent.")
        parent, place = self.parent, self._place
        self.extract()
        for offset, item in enumerate(items):
            parent.insert(place + offset, item)
        return self

    replaceWith = replace_with

    def _checked(self, items, word):
        if self.parent is None:
            raise ValueError("Element has no parent, so '%s' has no meaning." % word)
        if any(item is self for item in items):
            raise ValueError("Can't insert an element %s itself." % word)
        for item in items:
            if isinstance(item, PageElement):
                item.extract()

    def insert_before(self, *items):
        self._checked(items, "before")
        return [one for item in items for one in self.parent.insert(self._place, item)]

    def insert_after(self, *items):
        self._checked(items, "after")
        return self.parent.insert(self._place + 1, *items)

    def wrap(self, tag):
        self.replace_with(tag)
        tag.append(self)
        return tag


class NavigableString(str, PageElement):
    PREFIX = SUFFIX = ""
    name = None
    # Whether characters of it are written as entities.
    is_plain = True

    def __new__(cls, value=""):
        return str.__new__(cls, value)

    @property
    def string(self):
        return self

    def _all_strings(self, strip=False, types=DEFAULT):
        if is_wanted(self, (NavigableString, CData) if types is DEFAULT else types):
            text = self.strip() if strip else self
            if text:
                yield text

    strings = property(_all_strings)

    def output_ready(self, formatter="minimal"):
        return _output.string(self, _output.formatter_of(formatter, False))

    def decompose(self):
        self.extract()
        self._is_decomposed = True


class PreformattedString(NavigableString):
    is_plain = False


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
