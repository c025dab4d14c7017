"""str.replace."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("replace", texts, ("a", "b"), ("", "-"), ("l", ""), ("x", "yy"), ("l", "L", 1), ("a", "b", 0), ("", "-", 2),
    ("a",), (1, 2), ("a", "b", -1))
