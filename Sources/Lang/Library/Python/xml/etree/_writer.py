"""Writing a tree of elements as XML, HTML or plain text."""

_VOID = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta",
         "param", "source", "track", "wbr"}


def _fault(text):
    raise TypeError("cannot serialize %r (type %s)" % (text, type(text).__name__))


def _text(text):
    if not isinstance(text, str):
        _fault(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _value(text, is_html):
    text = _text(text).replace('"', "&quot;")
    if is_html:
        return text.replace("&lt;", "<")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


class _Names:
    """The short names of a document: each namespace with its prefix."""

    def __init__(self, root, default, known, asides, qname):
        self.used, self.default, self.known, self.names, self.qname = {}, default, known, {}, qname
        if default:
            self.used[default] = ""
        for element in root.iter():
            tag = element.tag.text if isinstance(element.tag, qname) else element.tag
            if isinstance(tag, str):
                self.add(tag)
            elif tag is not None and tag not in asides:
                _fault(tag)
            for key, value in element.attrib.items():
                self.add(key.text if isinstance(key, qname) else key)
                if isinstance(value, qname):
                    self.add(value.text)
            if isinstance(element.text, qname):
                self.add(element.text.text)

    def add(self, name):
        if name in self.names:
            return
        if not isinstance(name, str):
            _fault(name)
        if name[:1] != "{":
            if self.default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            self.names[name] = name
            return
        uri, local = name[1:].rsplit("}", 1)
        prefix = self.used.get(uri)
        if prefix is None:
            prefix = self.known.get(uri) or "ns%d" % len(self.used)
            if prefix != "xml":
                self.used[uri] = prefix
        self.names[name] = "%s:%s" % (prefix, local) if prefix else local

    def __getitem__(self, name):
        return self.names[name.text if isinstance(name, self.qname) else name]


def written(root, encoding, declares, default, method, is_short, known, asides, qname):
    """The text of a tree."""
    method = (method or "xml").lower()
    if method not in ("xml", "html", "text"):
        raise ValueError("unknown method %r" % method)
    if method == "text":
        return "".join(root.itertext()) + (root.tail or "")
    out, names = [], _Names(root, default, known, asides, qname)
    name = (encoding or "us-ascii").lower()
    if method == "xml" and (declares or declares is None and name not in ("unicode", "utf-8", "us-ascii")):
        out.append("<?xml version='1.0' encoding='%s'?>\n" % ("utf-8" if name == "unicode" else encoding or "us-ascii"))
    spaces = [(prefix, uri) for uri, prefix in names.used.items()]
    _write(out, root, names, sorted(spaces), method == "html", is_short, asides)
    return "".join(out)


def _write(out, element, names, spaces, is_html, is_short, asides):
    tag, text = element.tag, element.text
    if not isinstance(tag, str) and tag in asides:
        form = "<!--%s-->" if asides[tag] == "comment" else "<?%s?>"
        out.append(form % (_text(text) if is_html else text))
    elif tag is None:
        out.append(_text(text) if text else "")
        for child in element:
            _write(out, child, names, [], is_html, is_short, asides)
    else:
        short = names[tag]
        out.append("<" + short)
        for prefix, uri in spaces:
            out.append(' xmlns%s="%s"' % (":" + prefix if prefix else "", _value(uri, is_html)))
        for key, value in element.items():
            value = names[value] if isinstance(value, names.qname) else _value(value, is_html)
            out.append(' %s="%s"' % (names[key], value))
        is_void = is_html and short.lower() in _VOID
        if text or len(element) or not is_short or is_html:
            out.append(">")
            if isinstance(text, names.qname):
                out.append(names[text])
            elif text:
                out.append(text if is_html and short.lower() in ("script", "style") else _text(text))
            for child in element:
                _write(out, child, names, [], is_html, is_short, asides)
            if not is_void:
                out.append("</%s>" % short)
        else:
            out.append(" />")
    if element.tail:
        out.append(_text(element.tail))
