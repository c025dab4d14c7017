"""str.splitlines."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("splitlines", texts, (), (True,), (False,), (0,), ("x",))
