# How Beautiful Soup writes, walks and changes a tree, and the names of its older versions.
from bs4 import BeautifulSoup, Comment, NavigableString

PAGE = """<html><head><meta charset="latin-1"><meta http-equiv="Content-Type" content="text/html; charset=x; y"><title>é</title>
</head><body><input checked="" disabled><a href="?a=1&b=2" title='say "hi"'>x &amp;copy; y ≧̸ ≧ fj | … &nbsp;</a>
<script>if (a<b && c) {}</script><style>a>b</style><pre> a <b> c </b>
</pre><p> x <span> y</span> </p><textarea>
 q</textarea><!-- c --><!----><br></body></html>"""
soup = BeautifulSoup(PAGE, "html.parser")
for formatter in ("minimal", "html", "html5", "html5-4.12", None, lambda text: text.upper()):
    print(soup.decode(formatter=formatter))
    print(soup.prettify(formatter=formatter))
    print(soup.a.decode_contents(formatter=formatter), soup.body.encode(formatter=formatter))
try:
    soup.decode(formatter="zz")
except KeyError as e:
    print(repr(e))
print(soup.meta["charset"], soup.encode("ascii")[:90], soup.decode(eventual_encoding="koi8-r")[:60], soup.decode(eventual_encoding=None)[:60])
print(soup.a.decode(1), soup.body.decode_contents(indent_level=1), soup.a.prettify("latin-1", "html"), soup.renderContents()[:40])
soup.meta["charset"] = "zz"
print(soup.meta, len(str(BeautifulSoup("<div>" * 900, "html.parser"))))

soup = BeautifulSoup("<ul><li>1</li><li>2</li><li>3</li></ul><p>x</p>", "html.parser")
m = soup.find_all("li")[1]
print(m.findNextSiblings(), m.findPreviousSiblings(), m.findNext("p"), m.findAllNext(), m.findAllPrevious(), m.findPrevious(), m.findParents("ul"))
print(m.next, m.previous, list(m.nextGenerator()), list(m.previousGenerator()), list(m.nextSiblingGenerator()), [x.name for x in m.parentGenerator()])
print(list(soup.ul.childGenerator()), list(soup.ul.recursiveChildGenerator()), soup.ul.index(m), soup.has_key("a"), m.isSelfClosing(), soup.ul.previous_element)
print([x.name for x in m.self_and_parents], list(m.self_and_next_siblings), list(m.self_and_previous_siblings), list(m.self_and_next_elements),
      list(m.self_and_previous_elements), list(soup.ul.self_and_descendants), list(soup.self_and_descendants)[:1])
m.replaceWith("new")
soup.ul.replaceWithChildren()
soup.append("a")
soup.append("b")
print(soup.contents)
soup.smooth()
print(soup.contents, soup.p.decomposed)
p = soup.p
p.decompose()
print(p.decomposed, soup, soup.new_string("q"), soup.find("p"))
for act in (lambda: soup.index(p), lambda: p.unwrap(), lambda: p.replace_with("x"), lambda: p.insert_before("x"), lambda: p.insert_after("x"),
            lambda: soup.append(None), lambda: soup.insert(0, soup), lambda: BeautifulSoup(5, "html.parser"), lambda: BeautifulSoup(None, "html.parser")):
    try:
        print(act())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

soup = BeautifulSoup("<div><p>a</p><p>b</p></div>", "html.parser")
print(soup.div.append("z"), soup.div.extend(["q"]), soup.div.insert(0, "x", "y"), soup.p.insert_before("1", "2"), soup.p.insert_after("3", "4"), soup)
a, b = soup.find_all("p")
soup.div.insert(0, b)
print(soup)
soup.div.insert(99, a)
print(soup)
soup.div.append(BeautifulSoup("<i>1</i><i>2</i>", "html.parser"))
print(soup, soup.i.parent.name)
a.string = "<&>"
a.string.replace_with("w")
a.attrs.clear()
a["x"], a["y"], a["z"], a["b"] = ["1", "2"], ("3", "4"), 5, True
print(a)

soup = BeautifulSoup("<body><!--c--><p>a<b>b</b></p><template>z</template></body>", "html.parser")
print(soup.p.get_text(types=None), soup.body.get_text(types=(Comment,)), list(soup._all_strings(types=Comment)), soup.template.text)
comment = soup.find(string=lambda text: isinstance(text, Comment))
print(comment.output_ready(), repr(comment.text), comment.get_text(types=Comment), comment.name, comment.parent.name, list(comment.strings))
print(soup.declared_html_encoding, soup.contains_replacement_characters, soup.known_xml, soup.p.css.filter("b"))

soup = BeautifulSoup('<root xmlns="d" xmlns:n="u"><n:k n:a="1">y</n:k><e/><f x="&lt;">t<g/>u</f></root>', "xml")
print(soup, soup.prettify(), soup.root.prettify(), soup.find("k"), soup.find("n:k"), soup.find_all(["k", "e"]))
print(soup.k.name, soup.k.prefix, soup.k.namespace, soup.k.attrs, soup.root.attrs, soup.e.namespace, soup.decode(formatter="html"), soup.decode(formatter=None))
for selector in ("p[", "", "1p", "[=x]", "p{}"):
    try:
        soup.select(selector)
    except Exception as e:
        print(type(e).__name__, e)
