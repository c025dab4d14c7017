"""string: its constants, Template and capwords."""
import string

from facts import calls

for name in ("ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "punctuation",
    "printable", "whitespace"):
    print(name, repr(getattr(string, name)))
calls(string.capwords, "hello wORLD  x", "", "a-b c", ("a-b c", "-"))
for text in ("$a $b", "${a}x", "$$a", "$", "${", "$1", "${a b}", "$A", "a$", "$a_b", "$ä", "${a}${b}$a"):
    template = string.Template(text)
    calls(template.safe_substitute, ({"a": 1, "b": "x"},), ({},))
    calls(template.substitute, ({"a": 1, "b": "x"},), ({},))
print(list(string.Formatter().parse("a{b!r:>{c}}d{}")), string.Formatter().format("{0} {x}", 1, x=2),
    string.Formatter().vformat("{}", (5,), {}))
