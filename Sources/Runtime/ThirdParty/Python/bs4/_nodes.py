"""What a tree is made of, but for its tags: the way from one part to the next, and the kinds of texts."""
import re

from bs4._search import first, search


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
    is_tag = False

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
            return self.parent
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
