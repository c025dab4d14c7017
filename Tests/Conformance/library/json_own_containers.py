# Lists, dicts, texts and numbers whose classes say themselves what they hold, written as JSON; and wrong options.
import io
import json

def show(label, make):
    try:
        result = make()
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])
    else:
        print(label, ascii(result)[:200])


class SelfIterating(list):
    def __iter__(self):
        return self


class OtherItems(list):
    def __iter__(self):
        return iter([7, 8])


class WithoutLength(list):
    def __len__(self):
        return 0


class BrokenTruth(list):
    def __bool__(self):
        raise KeyError("b")


class NotIterable(list):
    __iter__ = None


class OtherTuple(tuple):
    def __iter__(self):
        return iter([7, 8])


class OtherPairs(dict):
    def items(self):
        return [("q", 1), ("b", 2)]


class NoPairs(dict):
    def items(self):
        return 5


class ShortPairs(dict):
    def items(self):
        return [(1,)]


class LongPairs(dict):
    def items(self):
        return ["ab", "abc"]


class ListPairs(dict):
    def items(self):
        return iter([["a", 1]])


class BrokenPairs(dict):
    def items(self):
        raise KeyError("x")


class OtherKeys(dict):
    def keys(self):
        return ["zz"]

    def __getitem__(self, key):
        return "got"


class Text(str):
    def __str__(self):
        return "other"

    __repr__ = __str__


class Number(int):
    def __str__(self):
        return "other"

    __repr__ = __str__


VALUES = [SelfIterating([1]), SelfIterating(), OtherItems([1]), OtherItems(), WithoutLength([1]), BrokenTruth([1]),
          NotIterable([1]), OtherTuple((1,)), OtherTuple(), OtherPairs(a=1), OtherPairs(), NoPairs(a=1), NoPairs(),
          ShortPairs(a=1), LongPairs(a=1), ListPairs(a=1), BrokenPairs(a=1), BrokenPairs(), OtherKeys(a=1), Text("x"),
          {Text("x"): Text("y")}, Number(5), {Number(5): 1}]


def dumped(value, **options):
    file = io.StringIO()
    json.dump(value, file, **options)
    return file.getvalue()


for value in VALUES:
    name = type(value).__name__
    show(name, lambda: json.dumps(value))
    show(name, lambda: json.dumps(value, indent=1))
    show(name, lambda: json.dumps([value], sort_keys=True))
    show(name, lambda: json.dumps({"k": value}, sort_keys=True, indent="\t", separators=(" , ", " : ")))
    show(name, lambda: list(json.JSONEncoder().iterencode(value)))
    show(name, lambda: dumped(value))
PLAIN = [1, {"b": [], "a": {}, "c": {1: [1, {"d": "e"}], None: True, 2.5: ()}}, "é", float("nan")]
for options in ({}, {"indent": 2}, {"ensure_ascii": False}, {"separators": (",", ":")}, {"skipkeys": True}):
    show(options, lambda: list(json.JSONEncoder(**options).iterencode(PLAIN)))
    show(options, lambda: "".join(json.JSONEncoder(**options).iterencode(PLAIN)) == json.dumps(PLAIN, **options))
show("keys", lambda: list(json.JSONEncoder(skipkeys=True).iterencode({(1,): 2, "a": 3})))
show("keys", lambda: list(json.JSONEncoder().iterencode({(1,): 2})))
ring = []
ring.append(ring)
for options in ({}, {"indent": 1}, {"check_circular": False}):
    show(options, lambda: json.dumps(ring, **options))
show("ring", lambda: list(json.JSONEncoder().iterencode(ring)))


class Own(json.JSONEncoder):
    def __init__(self, **options):
        super().__init__(**options)
        self.names = sorted(options)

    def encode(self, o):
        return repr(self.names)

    def iterencode(self, o, _one_shot=False):
        return iter(["it", "er"])


show("own", lambda: json.dumps([1], cls=Own))
show("own", lambda: dumped([1], cls=Own))
for separators in (5, None, (1,), ("a",), "ab", "abc", ("a", 1), ("é", "ü")):
    show(("separators", separators), lambda: json.dumps([1, {"a": 2, "b": 3}], separators=separators))
for indent in (1.5, [], 2**70, "é", b"a", Number(2), True):
    show(("indent", repr(indent)), lambda: json.dumps([1, {"a": 2}], indent=indent))
for call in (lambda: json.dumps(), lambda: json.dumps(1, 2), lambda: json.dumps(1, x=1), lambda: json.dump(1),
             lambda: json.dump(), lambda: json.loads(), lambda: json.loads("1", 2), lambda: json.loads("[1]", x=1),
             lambda: json.loads("1", encoding="utf8"), lambda: json.loads("[1]", strict=False), lambda: json.load("x"),
             lambda: json.JSONDecoder().raw_decode("1", "a"), lambda: json.JSONDecoder().decode(b"1"),
             lambda: json.loads("[" * 100000), lambda: json.loads('{"a":' * 100000)):
    show("call", call)
for data in (b"\xef\xbb\xbf1", "1".encode("utf-16"), "1".encode("utf-32"), b"1\0", b"\x001", b"[\0\0\0", b"\0\0\0[", b"",
             b"[\0]\0", b"\0[\0]", bytearray(b"[1]"), 5, None, []):
    show(("encoding", repr(data)), lambda: json.detect_encoding(data))
