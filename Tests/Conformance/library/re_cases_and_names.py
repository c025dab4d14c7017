"""Case in regular expressions, the names of groups, and what is refused in which words."""
import re, warnings
warnings.simplefilter("ignore")
def t(f, *a, **k):
    try: print(ascii(f(*a, **k)))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
for p, s in [("i", "\u0130"), ("\u0131", "I"), ("[a-z]", "\u0130"), ("[^a-z]", "\u0131"), ("\u1fe3", "\u03b0"), ("\ufb05", "\ufb06"), ("k", "\u212a"), ("s", "\u017f"), ("\xe9", "\xc9"), ("[\xe0-\xf0]", "\xc9"), ("\xdf", "\u1e9e"), ("\u03c3", "\u03c2"), ("[\u03b8]", "\u03d1"), ("stra\xdfe", "STRASSE"), ("[9-a]", "_"), ("[9-a]", "b"), ("I", "i"), (r"\bI\b", "i"), ("(i)\\1", "iI"), ("(?i:i)i", "I\u0131"), ("(?i:a)a", "AA"), ("[\u0400-\u0450]", "\u0410"), ("\u10d0", "\u1c90"), ("\u13a0", "\uab70")]:
    for fl in (re.I, re.I | re.A, 0, re.A):
        print(ascii(p), ascii(s), bool(re.fullmatch(p, s, fl)), end=" ")
    print()
for p, s in [("(?a:i)", "\u0130"), ("(?i)(?a:\xe9)", "\xc9"), ("(?i)(?a:e)\xe9", "E\xc9"), ("(?ai)\xe9", "\xc9"), ("(?ai:[a-c\xe9]+)", "ABC\xe9"), ("(?ai:[a-c\xe9]+)", "ABC\xc9"), ("(?i-i:a)", "A"), ("(?i:(?-i:a)b)", "aB"), ("(?i:(?-i:a)b)", "AB"), ("(?ai:(x)\\1)", "xX")]:
    t(lambda: bool(re.fullmatch(p, s)))
for p in ["(?P<a a>x)", "(?P<1>x)", "(?P<a>x)(?P=a a)", "(?P<\xe9>x)", "(?P<a>x)(?(a a)y)", "(x)(?(+1)y)", "(x)(?(01)y)", "(x)(?(1_0)y)", "(x)(?(\u0661)y)", b"(?P<\xc3\xa9>x)", b"(?P<a-b>x)", "(?P<a", "(?P<a>", "(?P>x)", "(?P<>x)", "(?(", "(?(1", "(?<", "(?<x)", "[a", "a**", "*a", "(?z)", "(?i", "(?i-", "(?-i", "(?ii", "a(?i)b", "(?L)x", "(?u)x", "(?a-a:x)", "x{2,1}", "x{4294967296}", "\\", "[\\", "\\8", "(\\2)", "(?P<a>(?P=a))", "\\N{foo}", "\\N{SPACE}", "\\x1", "\\u12", "[z-a]", "[\\d-z]", "(?<=a*)b", "(?<=(a)\\1)b", "\\q", "[\\q]", "((a)", "a)", "(?P<a>x)(?P<a>y)", "(?:a", "(?#abc", "(?=a", "x{,3}", "x{a}", "(?s-i:x)", "[[a]", "[a--b]", "[a||b]", "[a&&b]", "[a~~b]", "\\400", "\\078"]:
    try:
        c = re.compile(p); print(ascii(p), ascii(repr(c)), c.groups, dict(c.groupindex))
    except re.error as e: print(ascii(p), "error", ascii(e.msg), e.pos, e.lineno, e.colno, ascii(str(e)))
    except Exception as e: print(ascii(p), type(e).__name__, e)
for tmpl in ["\\g<a a>", "\\g<1>", "\\g<01>", "\\g<+1>", "\\g<-1>", "\\g<1_0>", "\\g<b>", "\\g<a>", "\\g", "\\g<", "\\g<a", "\\g<>", "\\2", "\\q", "\\", "\\0", "\\07", "\\400", "\\111", "\\-", "\\g<\xe9>", "\\g<2>", "\\g<100>"]:
    t(re.sub, "(?P<a>x)", tmpl, "axb")
for a in [b"\\g<a>", b"\\g<a b>", b"\\g<\xe9>"]:
    t(re.sub, b"(?P<a>x)", a, b"axb")
b = bytearray(b"abcdefgh"); m = re.search(b"[a-h]+", b); m2 = re.search(b"[e-h]+", b); b[:] = b"xyz"; print(m.group(), m2.group(), m.span())
t(re.compile, "x", 0x123000); t(re.compile, "x", re.I | re.X | re.A | re.S | re.M); t(re.compile, b"x", re.L); t(re.compile, "x", re.A | re.U); t(re.compile, 5)
p = re.compile("(a)(b)?"); m = p.match("a")
print(m.groups(), m.groups(""), m.groupdict(), m.lastindex, m.lastgroup, m.regs, m.span(2), m.start(2), m[1], m["x"] if 0 else None)
t(m.group, 5); t(m.group, "x"); t(m.start, 9); t(lambda: m[7]); t(lambda: m["q"])
import copy; print(copy.copy(p) is p, copy.deepcopy(m) is m)
t(p.sub, "x"); t(p.sub, "x", 5); t(p.match, None); t(p.search, b"x"); t(re.split, "", "abc"); t(re.split, "(b)|c", "abcd", maxsplit=1); t(re.findall, "(a)|(b)", "ab"); t(re.escape, "a.b\n\x00\xe9 -"); t(re.sub, "a", lambda m: 5, "xa"); t(re.sub, b"a", lambda m: "x", b"a")
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "abc"), re.subn("b*", "x", "xyz"), [m.span() for m in re.finditer("a*?", "aa")], re.findall(r"\b|:+", "a::b"))
print(isinstance(p, re.Pattern), isinstance(m, re.Match), p == re.compile("(a)(b)?"), hash(p) == hash(re.compile("(a)(b)?")))
s = p.scanner("aba"); print(s.match(), s.match(), s.match(), s.search(), s.pattern is p, [m.span() for m in iter(re.compile("b*").scanner("abbc").search, None)])
print(re.fullmatch("a|ab", "ab"), re.match("(?:a|ab)c", "abc"), re.search("$", "a\n").span(), re.search("(?m)^b", "a\nb").span(), re.fullmatch(".*", "a\n"), re.fullmatch("(?s).*", "a\n"))
print(re.RegexFlag(10), repr(re.I), re.I | re.M, str(re.I), re.NOFLAG, repr(re.RegexFlag.A|re.I))
