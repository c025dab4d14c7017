"""What the grammar's programs are made of: literals, formats, and the built-in methods with their parameters."""

INTS = ["0", "1", "-1", "2", "3", "7", "-5", "10", "255", "256", "1000", "-1000", "2**31", "2**48", "2**49", "-2**48",
        "2**62", "2**63", "-2**63", "2**64", "2**64-1", "10**20", "-10**20", "3**50", "2**200+1", "-(2**128)", "True"]
FLOATS = ["0.0", "-0.0", "1.0", "-1.5", "0.1", "2.5", "1e16", "1e-7", "123456.789", "1e300", "float('inf')",
          "float('-inf')", "float('nan')", "3.0", "1e22", "5e-324", "0.30000000000000004", "2.0**53"]
TEXTS = ["''", "'a'", "'abc'", "'Hello World'", "'  x y  '", "'aXbXc'", "'été'", "'ß'", "'日本語'", "'\\n'", "'a\\tb'",
         "'0'", "'42'", "'-7'", "'3.14'", "'1e5'", "'ABC def'", "'a,b,,c'", "'\\x00'", "'𝄞'", "'ǆ'", "'İ'", "'%d'",
         "'{}'", "'{0}'", "'line1\\nline2\\r\\nline3'", "'aaa'", "'_x1'", "'١٢'", "'½'", "\"it's\"", "'\\\\'"]
NUMBER_TEXTS = ["'0'", "'-0'", "' 42 '", "'4_2'", "'4__2'", "'_4'", "'4_'", "'0x1F'", "'0b101'", "'0o17'", "'017'",
    "'1e5'",
                "'1E+5'", "'.5'", "'5.'", "'.'", "'inf'", "'-Infinity'", "'nan'", "'+nan'", "'1_0.2_5'", "'1._5'", "''",
                "' '", "'١٢'", "'½'", "'²'", "'- 1'", "'--1'", "'+1'", "'0x1.8p3'", "'1e400'", "'1e-400'", "'z'",
                "'Z9'",
                "'\\t7\\n'", "'7\\x00'", "'1,000'", "'1/3'", "'-5/10'", "'0/0'", "'9' * 30", "'True'", "'１２'"]
BYTES = ["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b'  x '", "b'Hello'", "bytearray(b'xyz')", "bytes(range(5))",
         "b'a,b,,c'", "b'l1\\nl2\\r\\nl3'", "bytearray(b'aXbX')", "b'\\xc3\\xa9'", "b'12'"]
ODD = ["None", "2**70", "-2**70", "1.5", "'x'", "b'x'", "[]", "()", "{}", "object", "...", "True", "range(3)", "''",
    "-1",
       "float('nan')", "{1}", "int", "len", "slice(1)"]
SPECS = ["d", "5d", "<5", ">8", "^9", "08.3f", ".2f", ".0f", "e", ".3e", "g", ".4g", "%", ".1%", "x", "#x", "#o", "b",
         "#010b", "+d", " d", ",", ",.2f", "_", "_x", "*^12", "s", "10s", ".2s", "c", "n", "+.3g", "=+8d", "08", "G",
         "E", "X", "0>5", "#.3g", "z.1f", "", "é<6", ".10", "20.15g", "-", "<08d"]
PERCENTS = ["%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#x", "%o", "%s", "%10s", "%-10s|", "%.2s", "%r", "%a", "%c",
            "%f", "%.2f", "%e", "%.3g", "%g", "%%", "%i", "%u", "%X", "%#o", "% d", "%+.1e", "%08.2f", "%.0f"]

# Parameters of a method: i an index, s a text, a anything, l an iterable, w a width, c a fill character, d a dict, b a
# bool, y bytes, e an encoding, r its errors, n a number, k keywords, o an order of bytes, t a type; 0 is [b'a', b'b'].
# A ? stands before the optional ones.
TEXT_METHODS = {
    "upper": 0, "lower": 0, "title": 0, "capitalize": 0, "swapcase": 0, "casefold": 0, "strip": "?s", "lstrip": "?s",
    "rstrip": "?s", "split": "?s?i", "rsplit": "?s?i", "splitlines": "?b", "join": "l", "replace": "ss?i",
    "find": "s?i?i", "rfind": "s?i?i", "index": "s?i?i", "rindex": "s?i", "count": "s?i?i", "startswith": "s?i?i",
    "endswith": "s?i?i", "partition": "s", "rpartition": "s", "center": "w?c", "ljust": "w?c", "rjust": "w?c",
    "zfill": "w", "expandtabs": "?w", "isalpha": 0, "isdigit": 0, "isalnum": 0, "isdecimal": 0, "isnumeric": 0,
    "isspace": 0, "isupper": 0, "islower": 0, "istitle": 0, "isidentifier": 0, "isprintable": 0, "isascii": 0,
    "encode": "?e?r", "removeprefix": "s", "removesuffix": "s", "format": "?a?a?k", "__len__": 0, "__contains__": "s",
    "translate": "d", "format_map": "d", "maketrans": "d", "__add__": "a", "__mul__": "i", "__mod__": "a",
    "__eq__": "a",
    "__lt__": "a", "__getitem__": "i", "__format__": "s", "__rmul__": "i", "__ge__": "a", "__rmod__": "a",
    "__iter__": "?a",
}
LIST_METHODS = {
    "append": "a", "extend": "l", "insert": "ia", "pop": "?i", "remove": "a", "clear": 0, "copy": 0, "reverse": 0,
    "count": "a", "index": "a?i?i", "sort": "?k", "__len__": 0, "__getitem__": "i", "__contains__": "a", "__add__": "a",
    "__iadd__": "a", "__mul__": "i", "__eq__": "a", "__lt__": "a", "__setitem__": "ia", "__delitem__": "i",
    "__imul__": "i",
    "__hash__": 0, "__class_getitem__": "t", "__reversed__": 0,
}
TUPLE_METHODS = {
    "count": "a", "index": "a?i?i", "__len__": 0, "__getitem__": "i", "__contains__": "a", "__add__": "a",
    "__mul__": "i",
    "__eq__": "a", "__lt__": "a", "__getnewargs__": 0, "__rmul__": "a",
}
DICT_METHODS = {
    "get": "a?a", "pop": "a?a", "setdefault": "a?a", "update": "?d?k", "keys": 0, "values": 0, "items": 0, "copy": 0,
    "clear": 0, "popitem": 0, "__contains__": "a", "__len__": 0, "fromkeys": "l?a", "__getitem__": "a", "__eq__": "a",
    "__setitem__": "aa", "__delitem__": "a", "__or__": "a", "__ior__": "a", "__ror__": "a", "__lt__": "a",
}
SET_METHODS = {
    "add": "a", "discard": "a", "remove": "a", "union": "l", "intersection": "l", "difference": "l",
    "symmetric_difference": "l", "issubset": "l", "issuperset": "l", "isdisjoint": "l", "update": "l", "copy": 0,
    "clear": 0, "__len__": 0, "intersection_update": "l", "difference_update": "l", "symmetric_difference_update": "l",
    "__or__": "a", "__and__": "a", "__sub__": "a", "__xor__": "a", "__le__": "a", "__gt__": "a", "__eq__": "a",
    "__contains__": "a", "__ior__": "a", "__isub__": "a", "__rsub__": "a",
}
BYTES_METHODS = {
    "hex": "?c?i", "decode": "?e?r", "upper": 0, "lower": 0, "split": "?y?i", "strip": "?y", "find": "y?i?i",
    "count": "y?i?i",
    "replace": "yy?i", "startswith": "y?i", "endswith": "y?i", "title": 0, "isdigit": 0, "center": "w?y", "zfill": "w",
    "partition": "y", "join": "0", "index": "y?i", "rjust": "w?y", "isalpha": 0, "swapcase": 0, "capitalize": 0,
    "expandtabs": "?w", "isalnum": 0, "isascii": 0, "islower": 0, "isspace": 0, "istitle": 0, "isupper": 0,
    "ljust": "w?y",
    "lstrip": "?y", "removeprefix": "y", "removesuffix": "y", "rfind": "y?i?i", "rindex": "y", "rpartition": "y",
    "rsplit": "?y?i", "rstrip": "?y", "splitlines": "?b", "translate": "y?y", "__add__": "a", "__mod__": "a",
    "__mul__": "i",
    "__eq__": "a", "__lt__": "a", "__getitem__": "i", "__contains__": "a", "fromhex": "s", "maketrans": "yy",
}
BYTEARRAY_METHODS = {
    "append": "i", "extend": "l", "insert": "ii", "pop": "?i", "remove": "i", "reverse": 0, "clear": 0, "copy": 0,
    "__setitem__": "ia", "__delitem__": "i", "__iadd__": "a", "__imul__": "i", "__hash__": 0,
}
MEMORYVIEW_METHODS = {"tolist": 0, "tobytes": "?k", "hex": "?c?i", "cast": "c", "release": 0, "toreadonly": 0,
                      "__getitem__": "i", "__setitem__": "ii", "__eq__": "a", "__len__": 0, "__contains__": "a"}
INT_METHODS = {
    "bit_length": 0, "bit_count": 0, "conjugate": 0, "as_integer_ratio": 0, "__index__": 0, "__abs__": 0,
    "to_bytes": "?w?o?k", "from_bytes": "y?o?k", "__add__": "a", "__pow__": "w?n", "__rpow__": "w", "__divmod__": "n",
    "__round__": "?i", "__floor__": 0, "__lshift__": "w", "__rsub__": "a", "__eq__": "a", "__lt__": "a",
    "__format__": "s",
    "__truediv__": "n", "__bool__": 0, "__invert__": 0, "__xor__": "a", "__rfloordiv__": "n", "__float__": 0,
}
FLOAT_METHODS = {
    "is_integer": 0, "hex": 0, "as_integer_ratio": 0, "conjugate": 0, "__int__": 0, "__trunc__": 0, "fromhex": "s",
    "__round__": "?i", "__floor__": 0, "__ceil__": 0, "__divmod__": "n", "__mod__": "n", "__pow__": "n",
    "__rpow__": "n",
    "__eq__": "a", "__lt__": "a", "__format__": "s", "__floordiv__": "n", "__hash__": 0, "__rmod__": "n",
}
RANGE_METHODS = {"count": "a", "index": "a", "__contains__": "a", "__len__": 0, "__eq__": "a",
                 "__reversed__": 0, "__lt__": "a"}
SLICE_METHODS = {"indices": "i", "__eq__": "a", "__lt__": "a", "__hash__": 0}
BINARY = ["+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>"]
COMPARE = ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not"]
KEYWORDS = ["key=repr", "reverse=True", "key=len", "key=None", "reverse='x'", "reverse=None", "key=5", "sep=' '",
    "maxsplit=1",
            "signed=True", "byteorder='little'", "order='C'", "x=1", "a=2", "length=3", "**{'key': abs}", "default=0",
            "encoding='ascii'", "errors='ignore'", "keepends=True", "tabsize=3", "start=2", "base=16", "ndigits=1",
            "mod=7"]
TYPES = ["int", "str", "(list, tuple)", "int | None", "float", "5", "(int, (str, None))", "list[int]", "bool", "object",
    "type",
         "None", "()", "dict", "'int'", "type(None)", "bytes | bytearray"]
ENCODINGS = ["'utf-8'", "'ascii'", "'latin-1'", "'utf-16'", "'utf-16-le'", "'utf-32-be'", "'cp1252'", "'UTF8'",
    "'nope'", "'utf-8-sig'",
             "'cp437'", "'iso8859-15'", "'unicode_escape'", "'raw_unicode_escape'"]
ERRORS = ["'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'xmlcharrefreplace'", "'surrogateescape'",
    
          "'surrogatepass'"]
LARGE = ["3**50", "-(2**128)", "2**200+1", "10**40", "-7", "12345678901234567890", "2**64 - 1", "-(10**30)", "2**63"]

# Calls of built-in functions: «a¦b» is a choice, $name a slot (`Expressions.fill`).
FUNCTION_CALLS = [
    "«len¦abs¦str¦repr¦int¦float¦bool¦list¦tuple¦sorted¦sum¦min¦max¦any¦all¦ascii¦set¦frozenset»($any)",
    "«len¦str¦repr¦int¦float¦list¦sorted¦sum¦min¦max¦any¦set¦reversed¦dict¦bytes¦round¦hash¦iter¦abs»()",
    "«len¦repr¦int¦float¦bool¦list¦sorted¦all¦set¦abs¦hex¦ord¦callable»($leaf, $leaf)",
    "«int¦float¦str¦list¦sorted¦sum¦min¦max¦dict¦bytes¦round¦enumerate¦zip¦range¦slice¦divmod¦isinstance¦"
    "print»($leaf, $kw)",
    "type(hash($num)).__name__", "list(iter($any))", "divmod($num, $num)", "type($any).__name__", "format($num, $spec)",
    "pow($int, «0¦2¦3¦-1¦5», «7¦-7¦1¦97¦None»)", "list(zip($iter, $iter, strict=«True¦False»))",
    "format($plain, $spec)",
    "round($num, $small)", "int($plain, «0¦2¦8¦10¦16¦36¦37»)", "$list[$slice]",
    "list(range($small, $small, «1¦-1¦2¦0¦-3»))",
    "isinstance($any, $types)", "list(reversed($any))", "list(enumerate($any, $small))",
    "«int¦float¦bool¦int¦float»($numtext)",
    "int($numtext, «0¦2¦8¦10¦16¦36¦1¦-1¦None¦True»)", "«$text¦$list¦(1, 2, 3)¦$bytes¦range(9)»[$oddindex]",
    "memoryview($bytes).«nbytes¦format¦itemsize¦shape¦strides¦readonly¦ndim¦obj¦tolist()¦x»", "divmod($large, $int)",
    "pow($large, «0¦1¦3¦-1¦2.5¦-2»)", "pow($large, «5¦100¦-1¦0», «97¦-10**9¦2**64¦1¦0¦10**18+9»)",
    "round($large, «-1¦-5¦-30¦-50¦0¦3¦None»)", "(($large) >> «1¦63¦64¦200»)", "(($large) «+¦-¦*¦/¦//¦%¦&¦|¦^» ($int))",
    "(~($large))",
    "int($num * 1e20)", "float($large)", "($large).bit_count()", "format($large, $spec)", "(($large) $cmp $float)",
    "int.from_bytes(($large).to_bytes(40, 'big', signed=True), 'big', signed=«True¦False»)", "str($large)[::-1]",
    "vars($any)",
    "sorted(n for n in dir(«int¦str¦list¦dict¦set¦float¦bytes¦tuple¦bool¦frozenset¦bytearray»)"
    " if n not in ('__getstate__', '__sizeof__', '__alloc__', '__class_getitem__'))",
    "getattr($any, '«real¦imag¦x¦start¦__name__¦__class__¦__docx__»'«¦, None¦, 5»)",
    "hasattr($any, «'real'¦'x'¦5¦'append'¦None»)",
    "issubclass(«int¦bool¦str¦5¦object¦type», $types)", "next(iter($iter)«¦, None»)",
    "list(iter([1, 2, 3].pop, $small))",
    "list(map(«abs¦None¦lambda a, b=3: (a, b)¦lambda a, b: a¦divmod», $iter«¦, [1, 2]¦, 5»))",
    "list(filter(«None¦abs¦bool¦5¦lambda v: v == 1», $iter))", "(lambda a, b: a != a or b != b or hash(a) == hash(b))($num, $num)", "format($any, $spec)",
    "$percent",
    "range(«$any¦$small¦$leaf»«¦, 5¦, 10, 3¦, 1, 0»)", "slice($leaf, $leaf)", "(type($any) is «int¦str¦list¦float»)",
    "print($any, $leaf, sep=«'-'¦None¦5¦''», end=«None¦'.'¦chr(10)¦5»)",
    "{«1¦1.0¦True¦2**70»: 'a', «1¦1.0¦True¦2**70»: 'b', $leaf: 'c'}",
    "sum($any«¦, 5¦, []¦, start=1.5¦, start=()¦, ''»)", "min($any«¦, 5¦, default=7¦, key=None¦, default=1, key=abs»)",
    "max($any«¦, 5¦, default=7¦, key=None¦, key=repr»)", "round($any«¦, None¦, 1¦, -1¦, ndigits=2¦, 1.5»)",
    "str($any«¦¦, 'ascii'¦, errors='replace'»)", "dict($any«¦, x=1¦, **{'y': 2}»)",
    "«bytes¦bytearray¦chr¦ord¦bin¦hex¦oct»(«0¦3¦65¦255¦-1¦True¦'a'¦'é'¦[1, 2]¦b'x'¦2.5¦None¦1000¦[256]¦'ab', 'utf-8'¦"
    "2**70¦1114112¦"
    "55296¦range(3)¦[1, None]¦5, 'x'¦'é', $enc, $err»)",
    "«min¦max¦sorted»($iter, key=«repr¦str¦lambda v: -1 if v == 1 else 0¦abs»)", "$text.encode($enc, $err)",
    "$bytes.decode($enc, $err)",
    "«int¦float¦str¦bytes¦dict¦list¦tuple¦set¦range¦bool¦object¦slice¦type»(x=$leaf)",
    "sorted($list, reverse=«True¦0¦None¦'x'», key=«repr¦None»)",
    "'«{}¦{0}¦{a}¦{0[1]}¦{0.real}¦{!r:>8}¦{0!s}¦{:{}}¦{0[a]}¦{a.b}¦{¦}¦{0!x}¦{:d}{}¦{0}{}¦{:{w}}¦{{}}¦{a[-1]}¦"
    "{0[x]!r:^{1}}¦{!}»{}'"
    ".format($leaf, $leaf, a=$leaf, w=5)", "'{:«$digit¦>9¦,¦.3¦x¦%¦e¦+¦_¦08.2f¦^+12,.1f»}'.format($num)",
    "($any $cmp $any)",
    "bytes.fromhex('«00 ff¦0¦zz¦ 1 2¦1234¦é¦12  34¦»')",
    "float.fromhex('«0x1p3¦1.8¦-0x.8p-2¦inf¦z¦0x1p99999¦¦0x¦nan¦0x1.fffffffffffff8p0»')",
    "dict(zip($iter, $iter))", "dict([$tuple, $tuple])", "dict.fromkeys($iter, $leaf)", "list(map(type, $iter))",
    "[*$any]", "{**$dict, **$any}", "(lambda *a, **k: (a, k))(*$any, **$dict)",
    "type($plain, «()¦(int,)¦(bool,)¦5¦(int, str)», {}).__name__",
    "setattr($any, «'x'¦5», 1)", "delattr($any, «'x'¦'real'¦5»)", "isinstance($any, type($any))",
    "eval('«1 +¦(1, 2¦x y¦1 if 2¦lambda: 3¦[i for i in (1, 2)]¦f(¦\"a¦1__0¦0x¦1.e¦not¦a b c¦{1: 2, 3}¦(yield)¦"
    "print(1¦= 3»')",
]
