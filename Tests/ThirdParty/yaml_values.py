import yaml, io
docs = ["a: 1\nb: [1, 2.5, yes, no, ~, 'x', \"y\\n\"]\nc: {d: e}", "- 0x1F\n- 010\n- 1_000\n- 1:30\n- .inf\n- -.inf\n- 1e3\n- 1.0e+3\n- 2001-01-01\n- 2001-12-14t21:59:43.10-05:00\n- on\n- null\n-",
 "base: &b {x: 1, y: 2}\nd:\n  <<: *b\n  y: 3\nl: [*b, *b]", "|\n literal\n text\n", ">\n folded\n text\n\n more", "!!str 12", "!!int '12'", "!!binary aGVsbG8=", "!!omap [a: 1, b: 2]", "? x\n: y", "", "---\na\n...\n", "'it''s'", "a: &x [1, *x]" , "{a: 1, a: 2}", "- !!float 1", "a:\n  - b\n  - c: d\n    e: f\n", "1: a\n2.5: b\ntrue: c", "# c\nx: y # z"]
for d in docs:
    print(repr(d), "->", repr(yaml.safe_load(d)))
print(list(yaml.safe_load_all("a: 1\n---\nb: 2\n---\n- 3")))
for bad in ["*nope", "a: 'x", "!!python/object:os.system x", "{a: 1, [1]: 2}", "a: &x 1\nb: &x 2\nc: *x", "a: 1\n---\nb: 2", "!foo bar", "{[1]: 2}", "<<: 3", "a: \x07"]:
    try: print(repr(bad), yaml.safe_load(bad))
    except yaml.YAMLError as e: print(repr(bad), type(e).__name__, str(e).replace("\n", "|"))
import datetime
x = {"b": [1, 2, {"c": None}], "a": "text", "s": "multi\nline", "n": "123", "t": True, "f": 1.5, "e": "", "y": "yes", "d": datetime.date(2020, 1, 2), "dt": datetime.datetime(2020,1,2,3,4,5), "l": [], "m": {}, "u": "grün", "tu": (1, 2), "sp": " lead", "col": "a: b", "hash": "a #b", "big": 1e100, "inf": float("inf"), "by": b"abc", "set": {1}, "long": "word " * 30, "q": "it's", "null": "null", 5: 6}
x = {str(k): v for k, v in x.items()}
print(yaml.safe_dump(x)); print(yaml.dump(x, default_flow_style=True)); print(yaml.dump(x, sort_keys=False, allow_unicode=True, indent=4, width=40))
s = [1]; print(yaml.dump({"a": s, "b": s})); print(yaml.dump("x"), yaml.dump(1), yaml.dump([]), yaml.dump(None), yaml.safe_dump([[1, 2], [3]], default_flow_style=None))
print(yaml.dump_all([1, {"a": 2}], explicit_start=True)); b = io.StringIO(); yaml.dump({"a": 1}, b); print(b.getvalue())
print(yaml.load("a: !!python/tuple [1, 2]", Loader=yaml.FullLoader), yaml.load("a: 1", Loader=yaml.BaseLoader), yaml.load("a", yaml.Loader))
class O: pass
try: yaml.safe_dump(O())
except yaml.YAMLError as e: print(type(e).__name__, e.args[0])
print(yaml.dump(x, default_style='"')[:40], yaml.dump({"x": "a\nb"}, default_style="|"))
