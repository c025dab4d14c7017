"""str.strip."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("strip", texts, (), (None,), ("a",), ("xX",), (" \t",), ("ca",), ("",), (1,))
