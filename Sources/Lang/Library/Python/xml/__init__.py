"""XML: reading it with xml.etree.ElementTree, writing text safely with xml.sax.saxutils."""
