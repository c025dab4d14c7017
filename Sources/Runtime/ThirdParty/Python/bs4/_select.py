"""CSS selectors: parsing, and matching against elements through a small set of questions."""
import re

_IDENT = r"(?:-?(?:[_a-zA-Z\u0080-\U0010ffff]|\\.)(?:[-\w\u0080-\U0010ffff]|\\.)*|--(?:[-\w]|\\.)*)"
_TOKEN = re.compile(
    r"\s*(?P<combinator>[>+~,])\s*|(?P<space>\s+)|(?P<hash>\#(?:[-\w\u0080-\U0010ffff]|\\.)+)|(?P<cls>\.%s)"
    r"|(?P<pseudo>::?%s)(?P<open>\()?|(?P<attr>\[)|(?P<star>\*)|(?P<name>%s)" % (_IDENT, _IDENT, _IDENT))
_ATTR = re.compile(
    r"\s*(?P<name>(?:%s\|)?%s)\s*(?:(?P<op>[~|^$*!]?=)\s*(?P<value>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|%s|[^\]\s]+)"
    r"\s*(?P<flag>[iIsS])?\s*)?\]" % (_IDENT, _IDENT, _IDENT))


class SelectorSyntaxError(Exception):
    pass


def _fault(message, text, place):
    """The error for a place in a selector, which it shows."""
    return SelectorSyntaxError("%s\n  line 1:\n%s\n%s^" % (message, text, " " * place))


def _unescaped(text):
    return re.sub(
        r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", lambda match: chr(int(match.group(1), 16)) if match.group(1) else match.group(2),
        text)


class _Simple:
    """One test of an element."""

    def __init__(self, kind, *values):
        self.kind = kind
        self.values = values


_cache = {}


def parse(text):
    """A list of selectors; each is a list of compounds with the combinator before it."""
    known = _cache.get(text)
    if known is None:
        if len(_cache) > 500:
            _cache.clear()
        known, place = _selectors(text, 0, False)
        if place < len(text):
            raise _fault("Malformed selector at position %d" % place, text, place)
        _cache[text] = known
    return known


def _selectors(text, place, nested, relative=False):
    selectors = []
    chain = []
    compound = []
    combinator = None if not relative else " "
    # Whether a comma calls for another selector.
    is_open = False
    place += len(text[place:]) - len(text[place:].lstrip())

    def finish():
        if not compound:
            raise _fault("Expected a selector at position %d" % place, text, place)
        chain.append((combinator, list(compound)))
        compound.clear()

    while place < len(text):
        if nested and text[place] == ")":
            break
        found = _TOKEN.match(text, place)
        if found is None:
            raise _fault("Invalid character %r position %d" % (text[place], place), text, place)
        if found.group("combinator"):
            mark = found.group("combinator")
            if mark == ",":
                finish()
                selectors.append(list(chain))
                chain.clear()
                is_open = not nested
                combinator = " " if relative else None
            elif not compound and not chain and relative:
                combinator = mark
            else:
                finish()
                combinator = mark
        elif found.group("space"):
            rest = text[found.end():found.end() + 1]
            if rest and not (nested and rest == ")"):
                finish()
                combinator = " "
        elif found.group("hash"):
            compound.append(_Simple("id", _unescaped(found.group("hash")[1:])))
        elif found.group("cls"):
            compound.append(_Simple("class", _unescaped(found.group("cls")[1:])))
        elif found.group("star"):
            compound.append(_Simple("any"))
        elif found.group("name"):
            if compound:
                raise _fault("Tag name found at position %d instead of at the start" % place, text, place)
            compound.append(_Simple("tag", _unescaped(found.group("name"))))
        elif found.group("attr"):
            attribute = _ATTR.match(text, found.end())
            if attribute is None:
                raise _fault("Malformed attribute selector at position %d" % place, text, place)
            value = attribute.group("value")
            if value is not None and value[:1] in "'\"":
                value = value[1:-1]
            value = None if value is None else _unescaped(value)
            name = _unescaped(attribute.group("name"))
            folds = (attribute.group("flag") or "").lower() == "i" or (
                name.lower() == "type" and attribute.group("flag") is None)
            compound.append(_Simple("attribute", name, attribute.group("op"), value, folds))
            place = attribute.end()
            continue
        else:
            name = found.group("pseudo").lstrip(":").lower()
            place = found.end()
            if not found.group("open"):
                compound.append(_pseudo(name, text))
                continue
            if name in ("not", "is", "where", "matches", "has"):
                inner, place = _selectors(text, place, True, name == "has")
                compound.append(_Simple(name if name in ("not", "has") else "is", inner))
            else:
                end = text.find(")", place)
                if end < 0:
                    raise _fault("Unclosed pseudo-class at position %d" % place, text, place)
                compound.append(_function(name, text[place:end], text))
                place = end
            if text[place:place + 1] != ")":
                raise _fault("Unclosed pseudo-class at position %d" % place, text, place)
            place += 1
            continue
        place = found.end()
    if compound or chain or is_open or not selectors:
        finish()
        selectors.append(list(chain))
    return selectors, place


def _unknown(name, text):
    return _fault(
        "':%s' was detected as a pseudo-class and is either unsupported or invalid. If the syntax was not intended to be "
        "recognized as a pseudo-class, please escape the colon." % name, text, text.find(":" + name))


_PLAIN = {
    "first-child": ("nth", 0, 1, False, False), "last-child": ("nth", 0, 1, True, False),
    "first-of-type": ("nth", 0, 1, False, True), "last-of-type": ("nth", 0, 1, True, True),
}


def _pseudo(name, text):
    if name in _PLAIN:
        return _Simple(*_PLAIN[name])
    if name in ("only-child", "only-of-type", "empty", "root", "checked", "disabled", "enabled", "link", "any-link",
                "optional", "required", "scope"):
        return _Simple(name)
    raise _unknown(name, text)


def _function(name, inner, text):
    if name in ("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"):
        step, offset = _nth(inner.strip().lower(), text)
        return _Simple("nth", step, offset, "last" in name, "of-type" in name)
    if name in ("-soup-contains", "contains", "-soup-contains-own"):
        values = [item.strip() for item in re.findall(r"\"[^\"]*\"|'[^']*'|[^,]+", inner)]
        values = [item[1:-1] if item[:1] in "'\"" else item for item in values if item]
        return _Simple("own" if name.endswith("own") else "contains", values)
    raise _unknown(name, text)


def _nth(text, whole):
    if text == "odd":
        return 2, 1
    if text == "even":
        return 2, 0
    found = re.fullmatch(r"([+-]?\d*)n\s*(?:([+-])\s*(\d+))?|([+-]?\d+)", text)
    if found is None:
        raise SelectorSyntaxError("Invalid syntax of nth: %r" % whole)
    if found.group(4) is not None:
        return 0, int(found.group(4))
    step = found.group(1)
    step = int(step + "1") if step in ("", "+", "-") else int(step)
    return step, int((found.group(2) or "+") + (found.group(3) or "0"))


class Matcher:
    """Matches elements; a tree says how it is walked by overriding the questions."""

    def name(self, element):
        raise NotImplementedError

    def get(self, element, name):
        """An attribute as a text; None where there is none."""
        raise NotImplementedError

    def parent(self, element):
        """The parent element; None for the outermost."""
        raise NotImplementedError

    def siblings(self, element):
        """The elements that share the parent, the element itself included, in order."""
        raise NotImplementedError

    def descendants(self, element):
        raise NotImplementedError

    def children(self, element):
        raise NotImplementedError

    def text(self, element):
        raise NotImplementedError

    def own_text(self, element):
        raise NotImplementedError

    def is_empty(self, element):
        raise NotImplementedError

    def match(self, element, selectors, scope=None):
        return any(self._chain(element, chain, len(chain) - 1, scope) for chain in selectors)

    def select(self, root, text, limit=None):
        selectors = parse(text)
        found = []
        for element in self.descendants(root):
            if self.match(element, selectors, root):
                found.append(element)
                if limit and len(found) >= limit:
                    break
        return found

    def _chain(self, element, chain, index, scope):
        combinator, compound = chain[index]
        if not all(self._test(element, simple, scope) for simple in compound):
            return False
        if index == 0:
            return True
        if combinator == " ":
            outer = self.parent(element)
            while outer is not None:
                if self._chain(outer, chain, index - 1, scope):
                    return True
                outer = self.parent(outer)
            return False
        if combinator == ">":
            outer = self.parent(element)
            return outer is not None and self._chain(outer, chain, index - 1, scope)
        siblings = self.siblings(element)
        place = next(place for place, item in enumerate(siblings) if item is element)
        if combinator == "+":
            return place > 0 and self._chain(siblings[place - 1], chain, index - 1, scope)
        return any(self._chain(item, chain, index - 1, scope) for item in siblings[:place])

    def _test(self, element, simple, scope):
        kind = simple.kind
        values = simple.values
        if kind == "tag":
            return self.name(element).lower() == values[0].lower()
        if kind == "any":
            return True
        if kind == "class":
            return values[0] in (self.get(element, "class") or "").split()
        if kind == "id":
            return self.get(element, "id") == values[0]
        if kind == "attribute":
            return self._attribute(element, *values)
        if kind == "nth":
            return self._position(element, *values)
        if kind == "not":
            return not self.match(element, values[0], scope)
        if kind == "is":
            return self.match(element, values[0], scope)
        if kind == "has":
            return self._has(element, values[0], scope)
        if kind == "only-child":
            return len(self.siblings(element)) == 1
        if kind == "only-of-type":
            return sum(1 for item in self.siblings(element) if self.name(item) == self.name(element)) == 1
        if kind == "contains":
            text = self.text(element)
            return any(value in text for value in values[0])
        if kind == "own":
            text = self.own_text(element)
            return any(value in text for value in values[0])
        if kind == "empty":
            return self.is_empty(element)
        if kind == "root":
            return self.parent(element) is None
        if kind == "scope":
            return element is scope or scope is None or self.parent(element) is None and self.name(scope) == "[document]"
        return self._state(element, kind)

    def _state(self, element, kind):
        name = self.name(element).lower()
        if kind in ("link", "any-link"):
            return name in ("a", "area") and self.get(element, "href") is not None
        if kind == "checked":
            return (name == "option" and self.get(element, "selected") is not None) or (
                name == "input" and (self.get(element, "type") or "").lower() in ("checkbox", "radio")
                and self.get(element, "checked") is not None)
        if kind in ("required", "optional"):
            required = self.get(element, "required") is not None
            return name in ("input", "select", "textarea") and required == (kind == "required")
        disabled = self.get(element, "disabled") is not None
        fields = ("input", "button", "select", "textarea", "fieldset", "optgroup", "option")
        return name in fields and disabled == (kind == "disabled")

    def _attribute(self, element, name, operator, wanted, folds):
        value = self.get(element, name)
        if operator is None:
            return value is not None
        if operator == "!=":
            return value is None or value != wanted
        if value is None:
            return False
        if folds:
            value, wanted = value.lower(), wanted.lower()
        if operator == "=":
            return value == wanted
        if operator == "~=":
            return bool(wanted) and wanted in value.split() and " " not in wanted
        if operator == "|=":
            return value == wanted or value.startswith(wanted + "-")
        if not wanted:
            return False
        if operator == "^=":
            return value.startswith(wanted)
        if operator == "$=":
            return value.endswith(wanted)
        return wanted in value

    def _position(self, element, step, offset, from_end, of_type):
        siblings = self.siblings(element)
        if of_type:
            name = self.name(element)
            siblings = [item for item in siblings if self.name(item) == name]
        place = next(place for place, item in enumerate(siblings) if item is element)
        place = len(siblings) - place if from_end else place + 1
        if step == 0:
            return place == offset
        return (place - offset) % step == 0 and (place - offset) // step >= 0

    def _has(self, element, selectors, scope):
        for chain in selectors:
            combinator = chain[0][0]
            if combinator in (" ", None):
                candidates = list(self.descendants(element))
            elif combinator == ">":
                candidates = [item for child in self.children(element) for item in [child] + list(self.descendants(child))]
            else:
                siblings = self.siblings(element)
                place = next(place for place, item in enumerate(siblings) if item is element)
                after = siblings[place + 1:place + 2] if combinator == "+" else siblings[place + 1:]
                candidates = [item for sibling in after for item in [sibling] + list(self.descendants(sibling))]
            # The chain's first compound hangs on the element itself.
            anchored = [(None, [_Simple("anchor", element)])] + chain
            for item in candidates:
                if self._anchored(item, anchored, len(anchored) - 1, element, scope):
                    return True
        return False

    def _anchored(self, item, chain, index, anchor, scope):
        if index == 0:
            return item is anchor
        combinator, compound = chain[index]
        if item is anchor or not all(self._test(item, simple, scope) for simple in compound):
            return False
        if combinator in (" ", None):
            outer = self.parent(item)
            while outer is not None:
                if self._anchored(outer, chain, index - 1, anchor, scope):
                    return True
                outer = self.parent(outer)
            return False
        if combinator == ">":
            outer = self.parent(item)
            return outer is not None and self._anchored(outer, chain, index - 1, anchor, scope)
        siblings = self.siblings(item)
        place = next(place for place, other in enumerate(siblings) if other is item)
        before = siblings[place - 1:place] if combinator == "+" and place else siblings[:place] if combinator == "~" else []
        return any(self._anchored(other, chain, index - 1, anchor, scope) for other in before)
