"""str.encode."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("encode", texts, (), ("utf-8",), ("utf-16-le",), ("ascii", "ignore"),
    ("ascii", "replace"), ("ascii", "xmlcharrefreplace"), ("ascii", "backslashreplace"), ("nope",), (1,))
