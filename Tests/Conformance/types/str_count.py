"""str.count."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("count", texts, ("",), ("a",), ("l",), ("xX",), ("b", 1), ("", 2, 3), ("c", -2), ("l", 0, 5), (1,),
    ("a", None, None))
