"""str.rfind."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("rfind", texts, ("",), ("a",), ("o",), ("l", 4), ("l", 0, 3), ("", 20), ("c", -1), (None,))
