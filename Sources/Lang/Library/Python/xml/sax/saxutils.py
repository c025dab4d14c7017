"""Putting text into XML, and taking it out; writing documents."""
import codecs as _codecs
import io as _io
from xml.sax.handler import ContentHandler as _ContentHandler



def _replaced(data, entities):
    for key, value in entities.items():
        data = data.replace(key, value)
    return data


def escape(data, entities={}):
    return _replaced(data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;"), entities)


def unescape(data, entities={}):
    return _replaced(data.replace("&lt;", "<").replace("&gt;", ">"), entities).replace("&amp;", "&")


def quoteattr(data, entities={}):
    text = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in text:
        return '"' + text + '"'
    return "'" + text + "'" if "'" not in text else '"' + text.replace('"', "&quot;") + '"'


class _Encoded:
    """Writes texts to a file of bytes; characters that the encoding lacks become references."""

    def __init__(self, out, encoding):
        self._out, self._encoding = out, encoding
        self._encoder = _codecs.getincrementalencoder(encoding)("xmlcharrefreplace")
        # Only a file at its beginning gets the mark of its byte order.
        if hasattr(out, "seekable") and out.seekable() and out.tell():
            self._encoder.encode("")

    def write(self, text):
        self._out.write(self._encoder.encode(text))

    def flush(self):
        if hasattr(self._out, "flush"):
            self._out.flush()


class XMLGenerator(_ContentHandler):
    """Writes what it is told of as an XML document."""

    def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
        super().__init__()
        if out is None:
            import sys

            out = sys.stdout
        elif not isinstance(out, (_io.TextIOBase, _codecs.StreamWriter)):
            out = _Encoded(out, encoding)
        self._write, self._flush = out.write, out.flush
        self._ns_contexts = [{}]
        self._current_context = self._ns_contexts[-1]
        self._undeclared_ns_maps = []
        self._encoding = encoding
        self._short_empty_elements = short_empty_elements
        self._pending_start_element = False

    def _qname(self, name):
        """A name with the prefix of its namespace."""
        uri, local = name
        if not uri:
            return local
        # This prefix needs no declaration.
        prefix = "xml" if uri == "http://www.w3.org/XML/1998/namespace" else self._current_context[uri]
        return f"{prefix}:{local}" if prefix else local

    def _finish_pending_start_element(self, endElement=False):
        if self._pending_start_element:
            self._write(">")
            self._pending_start_element = False

    def startDocument(self):
        self._write(f'<?xml version="1.0" encoding="{self._encoding}"?>\n')

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._ns_contexts.append(self._current_context.copy())
        self._current_context[uri] = prefix
        self._undeclared_ns_maps.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._current_context = self._ns_contexts.pop()

    def _start(self, name, declared, attributes):
        self._finish_pending_start_element()
        self._write("<" + name)
        for prefix, uri in declared:
            self._write(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"')
        for attribute, value in attributes:
            self._write(f" {attribute}={quoteattr(value)}")
        if self._short_empty_elements:
            self._pending_start_element = True
        else:
            self._write(">")

    def startElement(self, name, attrs):
        self._start(name, (), attrs.items())

    def startElementNS(self, name, qname, attrs):
        declared, self._undeclared_ns_maps = self._undeclared_ns_maps, []
        self._start(self._qname(name), declared, ((self._qname(each), value) for each, value in attrs.items()))

    def _end(self, name):
        self._write("/>" if self._pending_start_element else f"</{name}>")
        self._pending_start_element = False

    def endElement(self, name):
        self._end(name)

    def endElementNS(self, name, qname):
        self._end(self._qname(name))

    def _put(self, content, change):
        if content:
            self._finish_pending_start_element()
            self._write(change(content if isinstance(content, str) else str(content, self._encoding)))

    def characters(self, content):
        self._put(content, escape)

    def ignorableWhitespace(self, content):
        self._put(content, str)

    def processingInstruction(self, target, data):
        self._finish_pending_start_element()
        self._write(f"<?{target} {data}?>")
