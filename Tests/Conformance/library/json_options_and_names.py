"""What json.dumps writes with each option, and names of objects that are read again and again."""
import json
for o in ({"a": [1, -5, 10**20, 2**60, 1.5, float("inf"), None, True], "é": "ü\n\"\\\x01\x7f\U0001F600", 1: 2, None: 3, True: 4, 2.5: 5, "": [[], {}, ()], "n": -2**48}, [], {}, "x", 0, -0.0, [0, -1, 9, 10, -10, 99, 100, 12345678901234]):
    for kw in ({}, {"indent": 2}, {"indent": "--"}, {"indent": 0}, {"separators": (",", ":")}, {"separators": (" ; ", "=é"), "ensure_ascii": True}, {"ensure_ascii": False}, {"sort_keys": False, "indent": 1, "separators": (",", ": ")}, {"indent": "é", "ensure_ascii": False}, {"skipkeys": True}):
        try: t = json.dumps(o, **kw); print(t, len(t), t.isascii())
        except Exception as e: print(type(e).__name__, e)
for bad in ({(1,): 2}, {(2,): 1}, object, [float("nan")]):
    for kw in ({}, {"skipkeys": True}, {"allow_nan": False}, {"default": lambda o: json.dumps({"nested": str(type(o).__name__)})}):
        try: print(json.dumps(bad, **kw))
        except Exception as e: print(type(e).__name__, str(e)[:60])
d = json.loads('[{"name": 1, "id": 2}, {"name": 3, "id": 4}, {"na\\u006de": 5, "id": "id", "' + "k" * 50 + '": 1, "é": 2, "": 3}]')
print(d, [list(x) for x in d], d[0] == {"name": 1, "id": 2}, d[2]["name"], hash(list(d[0])[0]) == hash("name"))
import gc
for i in range(3000):
    x = json.loads('{"k%d": {"same": [1, 2, {"same": %d}]}}' % (i % 700, i))
    assert x["k%d" % (i % 700)]["same"][2]["same"] == i
gc.collect()
print(json.loads('{"k1": 1, "same": 2}'))
big = {"k%d" % i: "v" * i for i in range(300)}
assert json.loads(json.dumps(big)) == big
print(len(json.dumps(["x" * 100000] * 3)))
for s in ('{"a" 1}', '{"a: 1}', '{"a":}', '{"a":1,}', '{a:1}', '{"a\n":1}', '{"ab\\', '{"a', '{"'):
    try: json.loads(s)
    except json.JSONDecodeError as e: print(e)
