"""What `find_all` and its relatives look for, and the attributes that hold several words."""

VOID = frozenset("area base basefont bgsound br col command embed frame hr image img input isindex keygen link menuitem meta "
                  "nextid param source spacer track wbr".split())
_MULTIPLE = {
    "*": ("class", "accesskey", "dropzone"), "a": ("rel", "rev"), "link": ("rel", "rev"), "td": ("headers",),
    "th": ("headers",), "form": ("accept-charset",), "object": ("archive",), "area": ("rel",), "icon": ("sizes",),
    "iframe": ("sandbox",), "output": ("for",),
}


class AttributeValueList(list):
    pass


class ResultSet(list):
    def __init__(self, source=None, result=()):
        list.__init__(self, result)
        self.source = source

    def __getattr__(self, name):
        raise AttributeError(
            "ResultSet object has no attribute \"%s\". You're probably treating a list of elements like a single element. "
            "Did you call find_all() when you meant to call find()?" % name)


def first(items):
    return items[0] if items else None


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
        if item.is_tag:
            if string is not None and name is None and not wanted:
                continue
            if callable(name) and not hasattr(name, "search"):
                if not name(item):
                    continue
            elif name is not None and not _matches(name, item.name) and not (
                    item.prefix and _matches(name, "%s:%s" % (item.prefix, item.name))):
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
    return name in VOID
