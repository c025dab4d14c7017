"""HTML that is cut short, badly quoted or fed in pieces."""
from html.parser import HTMLParser
class P(HTMLParser):
    def __init__(s, **k): super().__init__(**k); s.e=[]
    def handle_starttag(s,t,a): s.e.append(('start',t,a))
    def handle_startendtag(s,t,a): s.e.append(('startend',t,a))
    def handle_endtag(s,t): s.e.append(('end',t))
    def handle_data(s,d): s.e.append(('data',d))
    def handle_comment(s,d): s.e.append(('comment',d))
    def handle_decl(s,d): s.e.append(('decl',d))
    def handle_pi(s,d): s.e.append(('pi',d))
    def handle_entityref(s,d): s.e.append(('ent',d))
    def handle_charref(s,d): s.e.append(('char',d))
    def unknown_decl(s,d): s.e.append(('unk',d))
def merged(e):
    out=[]
    for x in e:
        if x[0]=='data' and out and out[-1][0]=='data': out[-1]=('data',out[-1][1]+x[1])
        else: out.append(x)
    return out
for src in ["<a b='>'>x</a>", '<a href=\'http://www.example.org/">;\'>spam</a>', '<a foo==bar>', 'a&', 'text & amp &', "<a b=\x0b c=\xa0>", '<!--', '<!', '<![if !(IE)]>broken<![endif]>', '<b>This</b attr=">"> c', '<script>a = "</b>" </script ><p>', '<style>b::before { content: "<!-- x -->"; }</style>', '</a', '<a', '<a b', '<a b="', '<html <html>te>>xt&a<<bc</a></html>\n<img src="URL><//img></html</html>', '<!ELEMENT br EMPTY><! not really a comment ><! -- clo --><!><!!x>', '<a b=c"d>', '<a b = "c" d= e f>', '<br/><br /><img src=x/>', '<a/b>', '<p>&lt;&#65;&#x41;&nope;&amp', '<?php x?><?pi>', '<!DOCTYPE html><!doctype x [y]>', '</p x="y">z', '</>q', '<1a>', '< a>', '<a\nb\n=\n"c">', '<A HREF="X&amp;Y&copy">', '<![CDATA[x]]>', '<title>a<b>c</title>', '<textarea><a></textarea>', 'x<', '&#', '&#x', '&#65', '<a b=c&amp;d>', '<a b=\'"\' c="\'">', '<div class=a class=b>', "<a$><b$=%><c$=/>", '<a b="c"d="e">', '<SCRIPT>x</SCRIPT>y', '<--x-->', '<!-- a -- b --> c', '<!-->x-->', '<!--a--!>b-->', '<a b=""/>','<a b/ c>', '<a b="x>y', "<a b=\'"]:
    for conv in (True, False):
        p=P(convert_charrefs=conv)
        try: p.feed(src); mid=list(p.e); p.close(); print(repr(src), conv, merged(p.e), p.getpos())
        except Exception as x: print(repr(src), conv, type(x).__name__, x)
p=P()
for piece in ["<a b='>", "'>", "x</", "a>", "<!-", "- c -", "->", "&am", "p;"]: p.feed(piece)
p.close(); print(merged(p.e))
