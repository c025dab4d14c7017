# What wrong calls of the built-in functions and types' methods say: too few and too many arguments, wrong keywords.
RECEIVERS = {
    "str": "'ab'", "bytes": "b'ab'", "bytearray": "bytearray(b'ab')", "list": "[2, 1]", "dict": "{1: 2}",
    "set": "{1}", "frozenset": "frozenset({1})", "int": "(5)", "float": "(1.5)", "tuple": "(1, 2)",
    "range": "range(3)", "slice": "slice(1, 2)", "generator": "(i for i in (1,))", "property": "property()",
    "memoryview": "memoryview(b'ab')",
}
FUNCTIONS = [
    "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr", "delattr", "dict", "divmod",
    "enumerate", "filter", "float", "format", "frozenset", "getattr", "hasattr", "hex", "int", "isinstance",
    "issubclass", "iter", "len", "list", "map", "max", "memoryview", "min", "next", "oct", "ord", "pow", "property",
    "range", "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "str", "sum", "tuple", "zip",
    "Exception", "OSError", "ImportError", "KeyError", "UnicodeDecodeError", "staticmethod", "classmethod", "type",
]
ARGUMENTS = [
    "", "1", "1, 1", "'a'", "None", "'a', 1", "'a', None", "1, 'a'", "1.5, 1.5", "'a', 'b', 'c'", "1, 1, 1, 1",
    "1, 1, 1, 1, 1", "foo=1", "1, foo=1", "1, 1, foo=1", "foo=1, bar=2", "1, 1, 1, foo=1, bar=1", "sep=1", "1, sep=1",
    "encoding=1", "'a', encoding='b'", "key=1", "1, key=1", "start=1", "default=1", "None, None", "[], {}",
]
# What is not there.
SKIPPED = {"bytearray.__alloc__", "generator.__del__"}


def show(text):
    try:
        value = eval(text)
        # The order in a set depends on the hashes of texts, which differ from run to run.
        value = sorted(map(str, value)) if isinstance(value, (set, frozenset)) else repr(value)
    except Exception as error:
        value = f"{type(error).__name__}: {error}"
    print(text, "->", str(value).split(" at 0x")[0])


for function in FUNCTIONS:
    for arguments in ARGUMENTS:
        # The errors of the system have classes of their own.
        if function != "OSError" or not arguments.startswith("1, 1"):
            show(f"{function}({arguments})")
for name, receiver in RECEIVERS.items():
    for method in sorted(dir(eval(receiver))):
        if f"{name}.{method}" in SKIPPED or method.startswith("__") and method in (
                "__class__", "__dir__", "__doc__", "__format__", "__getattribute__", "__getstate__", "__init__",
                "__init_subclass__", "__new__", "__reduce__", "__reduce_ex__", "__setattr__", "__delattr__",
                "__sizeof__", "__subclasshook__", "__hash__", "__iter__", "__str__", "__repr__"):
            continue
        if not callable(getattr(eval(receiver), method)):
            continue
        for arguments in ARGUMENTS:
            show(f"{receiver}.{method}({arguments})")
