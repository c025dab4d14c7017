"""re: searching, splitting, substituting."""
import re

from facts import calls

texts = ["", "abc", "a1b22c333", "Hello World", "foo.bar@x.org, q@r.de", "line1\nline2", "日本 é", "aaa"]
patterns = [r"\d+", r"(\w)(\d)?", r"^\w+", r"\w+$", r"(?P<user>[\w.]+)@(?P<host>[\w.]+)", r"a*", r"(?i)HELLO",
    r"(?m)^l.*$", r"\b\w", r"(a)|(b)", r"[^\s]+",
            r"(?<=o)\w", r"a(?!b)", r"(.)\1", r"(?x) a  b # c", r".", r"(?s).+", r"\W", r"x?"]
for pattern in patterns:
    for text in texts:
        found = re.search(pattern, text)
        print(pattern, repr(text), found, found and (found.groups(), found.groupdict(), found.span(),
            found.lastindex), re.findall(pattern, text))
        print(re.split(pattern, text), repr(re.sub(pattern, "<\\g<0>>", text)), re.subn(pattern, "-", text, 1),
            re.fullmatch(pattern, text), re.match(pattern, text))
calls(re.compile, "(", ")", "[", "*", "(?P<a>x)(?P<a>y)", "(?P<1>x)", "\\", "(?z)", "(?P=x)", "\\2(a)")
calls(re.escape, "a.b*c", "é", "a b-c_d", b"x.y")
print(re.sub(r"(\w)", lambda match: match.group(1).upper() * 2, "ab c"), re.sub(r"(?P<x>a)(b)?", r"[\g<x>\2\1]",
    "abac"))
print([match.start() for match in re.finditer("a", "banana")], re.compile("a", re.I | re.M), re.compile("x").flags,
    re.compile("(?P<n>a)(b)").groupindex)
