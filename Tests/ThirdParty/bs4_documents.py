from bs4 import BeautifulSoup, Comment, NavigableString
H = """<!DOCTYPE html>
<html><head><title>A &amp; B</title><meta charset="utf-8"><style>p > a {}</style><script>if (a < b) "</p>";</script></head>
<body class="x y" id=main><!-- note --><p class="one">Hello <b>bold</b> &lt;world&gt; <a href="/a?x=1&amp;y=2" rel="nofollow next">first</a><br>
<a href='/b' data-id="7" disabled="">second</a></p><form action="/login" method=post><input type="hidden" name="csrf_token" value="t'ok&quot;en"><input name=user><select><option selected="">1</option></select></form>
<ul><li>1<li>2</li><li class="last x">3</li></ul><pre>  keep
 me </pre><div><p>unclosed<div>x</div></div>
<table><tr><td>1</td><td colspan="2">2</td></tr></table></body></html>"""
import re
for parser in ("html.parser", "lxml"):
    s = BeautifulSoup(H, parser)
    print(s); print(s.title, s.title.string, s.title.name, s.a, s.a["href"], s.a["rel"], s.body["class"], s.body.get("id"))
    print(s.find_all("a"), s.find("a", {"data-id": "7"}), s.find(attrs={"name": "csrf_token"})["value"], s.find("input", {"name": "user"}))
    print(s.select("p > a"), s.select_one("input[name=csrf_token]")["value"], s.select("li.last"), s.select("ul li:nth-child(2)"), s.select("a[href^='/a'], a[href$=b]"), s.select("body.x p a:not([disabled])"), s.select("p.one ~ form input"), s.select("li + li"), s.select("div:has(> p)"), s.select("#main"), s.select("td:nth-of-type(2)"), s.select("li:first-child, li:last-child"))
    print(repr(s.get_text()), repr(s.p.get_text(" ", strip=True)), list(s.p.stripped_strings), [c.name for c in s.body.children], [p.name for p in s.b.parents])
    print(s.find_all(string=re.compile("o")), s.find_all(["b", "title"]), s.find_all(class_="last"), s.find_all("li", limit=2), s.find(id="main").name, s.find_all(True)[:3].__len__(), s.find(lambda t: t.name == "a" and not t.has_attr("disabled")))
    print(s.b.next_sibling, repr(s.b.previous_sibling), s.b.next_element, s.li.find_next_sibling("li"), s.b.find_next("a"), s.a.find_parent("body").name, s.find_all(string=lambda t: isinstance(t, Comment)), s.pre.string)
    print(s.find_all("a", href=True)[0].attrs, s.form.get("action"), s.form.find_all("input")[0].get("nothing", "d"), s.nothing, s.find("zzz"), s.find_all("a", href=re.compile("^/b")))
    print(s.prettify()[:300])
    s.a.decompose(); s.b.string = "new"; s.title.replace_with(s.new_tag("title")); s.ul.append(s.new_tag("li", attrs={"class": "z"})); print(s.p, s.head, s.ul)
for m in ("<p>a<p>b", "<a <b>", "text & more &copy; &nope; &amp", "<br/><br></br>", "</p>x", "<p/>y", "<div a=1 a=2 b>", "<", "a < b", "<!-- x", "<![CDATA[x]]>", "<?php x ?>", "", "   ", "<b><i>x</b></i>", "<input value=a/>", "<textarea>\n x </textarea>", "<td>x</td>", "<script>a</script", "<A HREF=X>Y</A>"):
    print(repr(m), repr(str(BeautifulSoup(m, "html.parser"))))
print(BeautifulSoup(b"<p>gr\xc3\xbcn</p>", "html.parser").p.string, BeautifulSoup("<meta charset=latin-1>grün".encode("latin-1"), "html.parser").get_text())
try: BeautifulSoup("", "html5lib2")
except Exception as e: print(type(e).__name__)
print(BeautifulSoup("<a><b x='1'/>t</a>", "xml"))
