"""str.title."""
from facts import each

texts = ["", "a", "abc", "Hello, World", "  spaced out\t", "ÄÖÜ straße", "日本語", "a,b,,c", "line\nbreak\r\nend\n",
    "xXxXx", "123", "٣٤", "ǆ", "a\tb\tc", "İ", "ﬁn"]
texts += ["Ünïcödé", "ΑΒΓ ς", "x y", " ", "\u00a0", "²", "½", "Ⅷ", "_id", "1a", "def", "\x00", "\x7f", "é\u0301",
    "They're Bill's"]
each("title", texts, ())
each("title", ["abc"], (1,), ("x", "y"))
