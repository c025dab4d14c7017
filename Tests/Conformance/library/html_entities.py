import html, html.entities
print(html.escape("<a href='x'>\"&"), html.escape("'\"", quote=False))
for s in ["&lt;&gt;&amp;","&amp","&notit;","&#65;&#x41;","&#0;","&#128;","&#xD800;","&#x110000;","&#1;","&nosuch;","&;","&eacute;x&Eacute","a&b","&copy2020","&#x;","&#11;"]:
    print(repr(html.unescape(s)))
print(len(html.entities.html5), html.entities.name2codepoint['eacute'], html.entities.codepoint2name[233],
    html.entities.entitydefs['amp'])
