from lxml import html, etree
from pyquery import PyQuery as pq
H = """<!DOCTYPE html>
<html><head><title>A &amp; B</title><meta charset="utf-8"><style>p > a {}</style><script>if (a < b) "</p>";</script></head>
<body class="x y" id=main><!-- note --><p class="one">Hello <b>bold</b> &lt;world&gt; <a href="/a?x=1&amp;y=2" rel="nofollow next">first</a><br>
<a href='/b' data-id="7">second</a></p><form action="/login" method=post><input type="hidden" name="csrf_token" value="t'ok&quot;en"><input name=user><select><option>1</option></select></form>
<ul><li>1<li>2</li><li class="last x">3</li></ul><pre>  keep
 me </pre><div><p>unclosed<div>x</div></div>
<table><tr><td>1</td><td colspan="2">2</td></tr></table></body></html>"""
d = html.fromstring(H)
print(d.tag, d.xpath("//title/text()"), d.xpath("//a/@href"), d.xpath("//input[@name='csrf_token']/@value"), d.xpath("count(//li)"), d.xpath("string(//p[1]/b)"), d.xpath("//li[last()]")[0].text, d.xpath("boolean(//zzz)"), d.xpath("//a[@href=$h]", h="/b")[0].text)
print([e.tag for e in d.iter() if isinstance(e.tag, str)], d.cssselect("p > a")[0].get("href"), [a.text for a in d.cssselect("li:nth-child(2), li.last")], d.find(".//b").text, d.findall(".//li").__len__(), d.findtext(".//b"), d.body.tag, d.get_element_by_id("main").tag)
p = d.xpath("//p")[0]; print(repr(p.text), repr(p.text_content()), p.attrib, p.getparent().tag, p.getnext().tag, len(p), p[0].tag, p[0].tail, [c.tag for c in p], p.getparent().getparent().tag, p is d.xpath("//p")[0], p.items(), list(p.itertext()))
print(html.tostring(p), html.tostring(p, encoding="unicode"), etree.tostring(d.xpath("//ul")[0]))
f = d.forms[0]; print(f.action, f.method, dict(f.fields), f.form_values(), [l[1:3] for l in d.iterlinks()])
x = etree.fromstring(b"<r xmlns:n='u'><a k='1'>t<b/>x</a><n:c>z</n:c></r>")
print(x.tag, x[0].attrib, x.xpath("//n:c/text()", namespaces={"n": "u"}), x.find("{u}c").text, x.find("a/b").tail, etree.tostring(x), x[1].tag, x.nsmap, x[1].prefix)
for bad in (lambda: d.xpath("//["), lambda: etree.fromstring("<a>"), lambda: html.fromstring(""), lambda: d.xpath("//n:c")):
    try: bad()
    except Exception as e: print(type(e).__name__, str(e)[:60])
q = pq(H)
print(q("title").text(), q("p a").eq(1).attr("href"), q("input[name=csrf_token]").val(), [i.text() for i in q("li").items()], q("a").size(), q("p.one").html(), q("li").filter(".last").text(), q("b").parent()[0].tag, q("ul").children().length, q("#main").has_class("x"), q("b").closest("body").attr("id"), q("zzz").attr("x"), q("li").map(lambda i, e: e.text))
print([type(html.fromstring(t)).__name__ + html.fromstring(t).tag for t in ("<p>x</p>", "<a>1</a><b>2</b>", "<div><p>1</p></div>", "<html><body>x</body></html>")])
