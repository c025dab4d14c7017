"""The paths of `find`: steps over children, descendants and parents, each with its conditions."""
import re as _re

_STEP = _re.compile(r"(//?)|(\.\.)|(\.)|(\*)|((?:\{[^}]*\})?[^/\[\]@=\s'\"!(){}]+|\{[^}]*\}\*?)|(\[)")
_CONDITION = _re.compile(
    r"""\[\s*(?:
        (?P<number>-?\d+)
        | last\(\)\s*(?P<before>[-+]\s*\d+)?(?P<last>)
        | (?P<key>@?[^\]=!\s'"]+|\.)\s*(?:(?P<operator>!?=)\s*(?P<value>'[^']*'|"[^"]*"))?
    )\s*\]""", _re.X)


def _qualified(tag, namespaces):
    if tag[:1] == "{" or not namespaces:
        if ":" in tag and tag[:1] != "{":
            raise SyntaxError("prefix %r not found in prefix map" % tag.split(":")[0])
        return tag
    if ":" in tag:
        prefix, name = tag.split(":", 1)
        if prefix not in namespaces:
            raise SyntaxError("prefix %r not found in prefix map" % prefix)
        return "{%s}%s" % (namespaces[prefix], name)
    default = namespaces.get("")
    return "{%s}%s" % (default, tag) if default else tag


def _fits(element, tag):
    name = element.tag
    if tag == "*":
        return True
    if not isinstance(name, str):
        return tag == "{*}*" and False
    if tag[:3] == "{*}":
        return tag == "{*}*" or name == tag[3:] or name[:1] == "{" and name.endswith("}" + tag[3:])
    if tag[:2] == "{}" and tag != "{}*":
        return name == tag[2:]
    if tag[-2:] == "}*":
        return (name[:1] != "{") if tag == "{}*" else name.startswith(tag[:-1])
    return name == tag


def _conditions(path, at, namespaces):
    """The conditions in brackets from a place on, and the place behind them."""
    found = []
    while path[at:at + 1] == "[":
        match = _CONDITION.match(path, at)
        if not match:
            raise SyntaxError("invalid predicate")
        number, key = match["number"], match["key"]
        if match["before"] is not None and int(match["before"].replace(" ", "")) >= 0:
            raise SyntaxError("XPath offset from last() must be negative")
        if number is not None and int(number) < 1:
            raise SyntaxError("XPath position >= 1 expected")
        if key is not None and key[:1] != "@" and key != ".":
            key = _qualified(key, namespaces)
        found.append((number, match["last"] is not None, match["before"], key, match["operator"], match["value"]))
        at = match.end()
    return found, at


def parsed(path, namespaces=None):
    """The steps of a path: what to go to, by which tag, under which conditions."""
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    if path[-1:] == "/":
        path += "*"
    steps, at, deep = [], 0, False
    while at < len(path):
        match = _STEP.match(path, at)
        if not match or match.group(6):
            raise SyntaxError("invalid path" if not match else "invalid predicate")
        at = match.end()
        slash, parent, here, star, tag, _ = match.groups()
        if slash:
            deep = slash == "//"
            continue
        kind = "parent" if parent else "self" if here else "descendant" if deep else "child"
        name = "*" if star else _qualified(tag, namespaces) if tag else None
        if deep and kind == "self":
            raise SyntaxError("invalid descendant")
        conditions, at = _conditions(path, at, namespaces)
        steps.append((kind, name, conditions))
        deep = False
    if deep:
        raise SyntaxError("invalid path")
    return steps


def _holds(element, condition, parents):
    number, is_last, before, key, operator, value = condition
    if number is not None or is_last:
        parent = parents().get(element)
        if parent is None:
            return False
        like = [other for other in parent if other.tag == element.tag]
        index = int(number) - 1 if number is not None else len(like) - 1 + int((before or "0").replace(" ", ""))
        return 0 <= index < len(like) and like[index] is element
    value = value[1:-1] if value is not None else None
    if key[:1] == "@":
        found = element.get(key[1:])
        if operator is None:
            return found is not None
        return found is not None and (found == value) == (operator == "=")
    if key == ".":
        return ("".join(element.itertext()) == value) == (operator == "=")
    children = [child for child in element if _fits(child, key)]
    if operator is None:
        return bool(children)
    return any(("".join(child.itertext()) == value) == (operator == "=") for child in children)


def select(root, path, namespaces=None):
    """The elements that a path leads to from an element, in order."""
    # A name alone is compared as it is, a colon in it included.
    if namespaces is None and ":" in path and not any([mark in path for mark in "/*[@.{"]):
        return [child for child in root if child.tag == path]
    maps = []

    def parents():
        if not maps:
            maps.append({child: parent for parent in root.iter() for child in parent})
        return maps[0]

    found = [root]
    for kind, tag, conditions in parsed(path, namespaces):
        reached = []
        for element in found:
            if kind == "self":
                reached.append(element)
            elif kind == "child":
                reached += [child for child in element if _fits(child, tag)]
            elif kind == "descendant":
                reached += [other for other in element.iter() if other is not element and _fits(other, tag)]
            else:
                parent = parents().get(element)
                if parent is not None and not any(parent is other for other in reached):
                    reached.append(parent)
        for condition in conditions:
            reached = [element for element in reached if _holds(element, condition, parents)]
        found = reached
    return found
