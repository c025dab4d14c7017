from html.parser import HTMLParser
class P(HTMLParser):
    def handle_starttag(self,t,a): print("start",t,a,self.getpos(), repr(self.get_starttag_text()))
    def handle_endtag(self,t): print("end",t,self.getpos())
    def handle_data(self,d): print("data",repr(d))
    def handle_comment(self,d): print("comment",repr(d))
    def handle_decl(self,d): print("decl",repr(d))
    def handle_pi(self,d): print("pi",repr(d))
    def handle_entityref(self,d): print("ent",d)
    def handle_charref(self,d): print("char",d)
    def unknown_decl(self,d): print("unk",repr(d))
docs=['<!DOCTYPE html><html><body class="a b" id=x disabled>Hi &amp; <b>bo\nld</b><br/><img src="a.png" alt=\'x\'/></body></html>',
'<!-- c --><p>a<p>b</p ><input value="&lt;&quot;" a=b c>', '<script>if (a<b && c>d) "</p>"; </script>after','<style>p > a {}</style>',
'<?php x ?><![CDATA[x]]>', '<a href=foo/bar?x=1&y=2>', 'x < y', '</>', '</ x>', '<div', '&#65;&nbsp;&x', '<a b = "c"d=\'e\'>', "<form method='post'><input type='hidden' name='csrf' value='tok&amp;en'></form>", '<A HREF="X">T</A>', '<!x>', '<a/>', '< a>', 'a&b;c', '<br>\n<br>\n  <i>']
for d in docs:
    for c in (True, False):
        print("--",d[:20],c)
        p=P(convert_charrefs=c); p.feed(d); p.close()
p=P()
for ch in "<p class='x'>a &lt; b</p>tail": p.feed(ch)
p.close()
