s = "Hello, World"
print(s.lower(), s.upper(), s.split(", "), s.replace("l", "L"), s.find("W"), s[0], s[-1], s[1:4], s[::-1], len(s))
print("-".join(["a", "b"]), " x ".strip(), "a,b,,c".split(","), " a  b ".split(), "abc".startswith("ab"), "x" * 3)
print("héllo wörld".upper(), len("héllo"), "héllo"[1], "日本語"[1:], "ß".upper(), repr("é\n\t'\"\\"), ascii("é"))
print("a\tb".expandtabs(4), "abc".center(9, "*"), "7".zfill(3), "abc".partition("b"), "Title case".title(), "x=1".split("=", 1))
print("abc" < "abd", "a" in "cat", "abc".isalpha(), "12".isdigit(), "".join(sorted("hello")), "a-b_c".translate(str.maketrans("-_", "  ")))
print("%s-%05.1f" % ("x", 3.14159), "{:>10}|{:<5}|{:^7}".format("r", "l", "c"), "line1\nline2".splitlines())
print(str(1.0), str(None), str([1, "a"]), repr("it's"), b"abc\x00".hex(), "caf\u00e9".encode(), b"caf\xc3\xa9".decode())
name = "x"; n = 3
print(f"{name!r} {n:>4} {n*2} {'nested ' + f'{n}'} {{}} {name:{n}}|")
print("abc".encode("utf-8"), "a" "b" 'c', r"\d", """multi
line""")
import json, re, string
print(json.dumps({"a": [1, 2.5, None, True, "é\""], "b": {}}), json.dumps([1, {"x": 2}], indent=2), json.loads('{"k": [1, 2.0, "s\\u00e9", null]}'))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
try:
    json.loads("{bad")
except ValueError as e:
    print(type(e).__name__, e)
print(re.findall(r"\d+", "a1b22c333"), re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.match(r"(?P<x>\w+)@(\w+)", "me@home").groupdict())
m = re.search(r'name="csrf" value="(.*?)"', '<input name="csrf" value="tok123">')
print(m.group(1), m.span(1), re.split(r"[,;]", "a,b;c"), re.compile("A", re.I).match("abc").group())
print(string.ascii_lowercase, string.digits)
