"""str.rjust."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("rjust", texts, (0,), (5,), (6, "*"), (15, "日"), (-1,), (8, "ab"), ("x",), ())
