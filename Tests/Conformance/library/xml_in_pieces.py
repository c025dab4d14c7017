"""XML that comes in pieces, events, targets, document types, and where its errors are."""
import io
import warnings
import xml.etree.ElementTree as ET

DOCUMENT = """<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE root [<!ENTITY name "two &amp; three"><!ATTLIST item kind (a|b) "a" xml:lang CDATA #FIXED 'en' no CDATA #IMPLIED>]>
<!-- before --><?target  some data ?>
<root xmlns="urn:d" xmlns:p="urn:p" p:x="1"><item>text &name; é<![CDATA[<raw>&]]></item>tail
<p:item kind="b"/>&#65;&#x42;<item
 no='2'
/></root>
<!-- after -->"""


def shown(event, what):
    return event, what if not isinstance(what, ET.Element) else (what.tag if isinstance(what.tag, str) else "other", what.attrib, what.text)


events = ("start", "end", "start-ns", "end-ns", "comment", "pi")
whole = None
for size in (1, 2, 3, 7, 64, 10000):
    for data in (DOCUMENT, DOCUMENT.encode()):
        pull = ET.XMLPullParser(events)
        found = []
        for at in range(0, len(data), size):
            pull.feed(data[at:at + size])
            found += [(event, what) for event, what in pull.read_events()]
        pull.close()
        found += pull.read_events()
        # Texts are there when their elements end.
        found = [shown(event, what) for event, what in found if event != "start"]
        whole = whole or found
        print(size, type(data).__name__, found == whole, len(found))
for event in whole:
    print(event)
pull = ET.XMLPullParser()
pull.feed("<a><b/>")
print([event for event, _ in pull.read_events()], [*pull.read_events()])
pull.feed("</c>")
try:
    print([*pull.read_events()])
except ET.ParseError as error:
    print(error)
for wrong in (("end", "bogus"), ("x",)):
    try:
        ET.XMLPullParser(wrong)
    except ValueError as error:
        print(error)

reader = ET.iterparse(io.BytesIO(DOCUMENT.encode()), ("start", "end"))
print([(event, element.tag) for event, element in reader], reader.root.tag)
print([element.tag for _, element in ET.iterparse(io.StringIO("<a><b/><c/></a>"))])
try:
    for event, element in ET.iterparse(io.BytesIO(b"<a><b/></a")):
        print(event, element.tag)
except ET.ParseError as error:
    print(error)

print("targets")


class Target:
    def start(self, tag, attributes):
        print("  start", tag, attributes)

    def end(self, tag):
        print("  end", tag)

    def start_ns(self, prefix, uri):
        print("  start_ns", prefix, uri)

    def end_ns(self, prefix):
        print("  end_ns", prefix)

    def doctype(self, name, pubid, system):
        print("  doctype", name, pubid, system)

    def close(self):
        return "closed"


parser = ET.XMLParser(target=Target())
for piece in ("<!DOCTYPE html PUBLIC '-//W3C' \"x.dtd\"><html xmlns='u' xmlns:a='v'", "><a:b c='d'", "/>", "</html>"):
    print(piece)
    parser.feed(piece)
print(parser.close())
parser = ET.XMLParser()
parser.entity["mine"] = "of one's own"
parser.feed("<!DOCTYPE a SYSTEM 'a.dtd'><a>&mine;</a>")
print(ET.tostring(parser.close()))

print("errors")
for text in ("<a>&x;</a>", "<!DOCTYPE a SYSTEM 'x'><a>\n&x;</a>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'y'>]>\n<a> &x;</a>", "<a b=1/>", "<a", "", "<a>\n<b>\n</a>",
             "<a/><b/>", "x", "foobar<", "<a>\n  &#xZ;</a>", "<a b='1' b='2'/>", "<a>\x01</a>", "<1/>", "<a>]]></a>", "<a><!-- -- --></a>",
             "<a>", "<a></a>\n\nx", "<p:a/>", "<a b='<'/>", "<a>&#0;</a>", "\n<?xml version='1.0'?><a/>"):
    for split in (False, True):
        try:
            if split:
                print(ET.tostring(ET.fromstringlist(text)))
            else:
                print(ET.tostring(ET.fromstring(text)))
        except ET.ParseError as error:
            print(repr(text), error, error.code, error.position)

print("paths")
root = ET.fromstring("<r xmlns:x='X'><x:b n='1'/><b n='2'>t</b><b n='3'><c/></b></r>")
for path in ("{}b", "{}*", "{*}b", "{X}*", "b[last()]", "b[last()-1]", "b[2]", "*[@n='2']", ".//c/..", "b[c]", "b[.='t']"):
    print(path, [element.get("n") for element in root.findall(path)])
for path in ("b[last()-0]", "b[last()+1]", "b[0]", "/b", "p:b"):
    try:
        print(root.findall(path))
    except SyntaxError as error:
        print(path, error)
for text in ("", 0, None, "t"):
    root[1].text = text
    print(repr(root.findtext("b")), repr(root.findtext("none", 5)))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    ET.ElementTree(root).find("/b")
print([str(each.message) for each in caught])
root[1].text = "t"
print(ET.tostring(root, "unicode", xml_declaration=True))
for encoding in ("utf-16", "utf-8-sig", "utf-16-le", "latin-1"):
    declared = "utf-16" if encoding == "utf-16-le" else encoding.removesuffix("-sig")
    print(encoding, ET.fromstring(f"<?xml version='1.0' encoding='{declared}'?><a>é</a>".encode(encoding)).text)
