# Documents that `xml.sax.saxutils` writes, and what its handlers and exceptions have.
import io
import xml.sax
import xml.sax.handler
from xml.sax.saxutils import XMLGenerator

for short in (False, True):
    for encoding in ("iso-8859-1", "utf-8", "ascii", "utf-16"):
        for out in (io.StringIO(), io.BytesIO()):
            writer = XMLGenerator(out, encoding, short)
            writer.startDocument()
            writer.startElement("a", {"x": "1\"'<", "y": "é\n€"})
            writer.characters("t<&>é€")
            writer.startElement("b", {})
            writer.endElement("b")
            writer.startPrefixMapping("p", "http://u")
            writer.startPrefixMapping(None, "http://d")
            language = ("http://www.w3.org/XML/1998/namespace", "lang")
            writer.startElementNS(("http://u", "c"), "p:c", {(None, "k"): "v", language: "en"})
            writer.ignorableWhitespace(" \n")
            writer.processingInstruction("pi", "data")
            writer.endElementNS(("http://u", "c"), "p:c")
            writer.endPrefixMapping(None)
            writer.endPrefixMapping("p")
            writer.characters("")
            writer.endElement("a")
            writer.endDocument()
            print(repr(out.getvalue()))
writer = XMLGenerator()
writer.startElement("z", {})
writer.characters(b"bytes \xe9")
writer.endElement("z")
print()
error = xml.sax.SAXException("m", ValueError("x"))
print(error, repr(error), error.getMessage(), repr(error.getException()), xml.sax.SAXReaderNotAvailable.__mro__)
print([name for name in dir(xml.sax.handler.ContentHandler) if name[0] != "_"])
