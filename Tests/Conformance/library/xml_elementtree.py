import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr, unescape
t=ET.fromstring('<?xml version="1.0"?><root a="1"><b x="2">t&amp;x</b>tail<b/><c><d>e</d></c><!-- c --><n:e xmlns:n="urn:x" n:y="3"/></root>')
print(t.tag,t.attrib,[c.tag for c in t],t[0].text,t[0].tail,t.find('b').get('x'),t.findall('.//d')[0].text,t.findtext('c/d'),t.findtext('zz','def'),len(t))
print(ET.tostring(t)); print(ET.tostring(t,encoding='unicode')); print(ET.tostring(t,encoding='utf-8')); print(ET.tostring(t, encoding='utf-8', xml_declaration=True))
for p in ["b[@x]","b[2]","b[last()]","*","./c/*","b[@x='2']","c[d='e']","c[d]",".//*","{urn:x}e","{*}e","..","c/..","b[.='t&x']","b[@x!='3']","n:e"]:
    try: print(p,[e.tag for e in t.findall(p,{'n':'urn:x'})])
    except Exception as e: print(p,type(e).__name__,e)
for bad in ["","<a>","<a></b>","<a","<a b></a>","<a b=1/>","<a>&x;</a>","<a/><b/>","text","<a b='1' b='2'/>","<a><b></a>","<n:a/>","<a>&</a>","<a><","</a>","<a>\x01</a>","<1/>","<a b='<'/>"," <?xml version='1.0'?><a/>","<a>]]></a>", "<a><!-- -- --></a>","<a/>x","<a\n  b='1'\n c></a>"]:
    try: ET.fromstring(bad); print("ok",bad)
    except ET.ParseError as e: print(repr(bad),e,e.code,e.position)
r=ET.Element("r",{"k":"v\"<"}); s=ET.SubElement(r,"s"); s.text="<>&"; s.tail="\n"; ET.indent(r); print(ET.tostring(r).decode()); ET.dump(r)
print(repr(r)[:14], [x for x in r.iter()][1].tag, list(r.itertext())); print(ET.tostring(ET.fromstring("<a>é</a>")),
    ET.tostring(ET.fromstring("<a>é</a>"),encoding="unicode"))
print(escape("<&>"),quoteattr('a"b'),quoteattr("a'b\n"),unescape("&lt;&amp;lt;"))
x=ET.fromstring('<a xmlns="urn:d"><b/></a>'); print(x.tag,x[0].tag, ET.tostring(x), x.find('{urn:d}b').tag,
    x.find('d:b',{'d':'urn:d'}).tag)
import io
for ev,el in ET.iterparse(io.StringIO("<a><b>1</b><c/></a>"),events=("start","end")): print(ev,el.tag,el.text)
tree=ET.parse(io.StringIO("<a><b>1</b></a>")); print(tree.getroot().tag,
    tree.find("b").text); print(ET.tostring(tree.getroot(),method="text"))
try: t.remove(ET.Element("q"))
except ValueError as e: print(e)
print(ET.fromstring("<a><![CDATA[<x>&]]></a>").text, ET.fromstring("<!DOCTYPE a [<!ENTITY e 'v'>]><a>&e;</a>").text,
    ET.fromstring(b'<?xml version="1.0" encoding="iso-8859-1"?><a>\xe9</a>').text,
    ET.tostring(ET.fromstring("<p>a<br/>b</p>"),method="html"))
