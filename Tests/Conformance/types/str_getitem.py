"""str.__getitem__."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("__getitem__", texts, (0,), (-1,), (100,), (slice(1, 3),), (slice(None, None, -1),), (slice(-2, None),),
    (slice(0, 10, 2),), ("a",), (1.0,), (slice(None, None, 0),))
