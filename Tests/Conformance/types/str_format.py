"""str.format."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
each("format", texts, (), (1,), ("a", "b"))

each("format", ["{} {}", "{0}-{0}", "{1}{0}", "{{}}", "{", "}", "{x}", "{0!r:>5}", "{:{}}", "{0[0]}", "{0.real}",
    "{!z}", "{:d}"], (1, 5), ("ab", "<4"))
