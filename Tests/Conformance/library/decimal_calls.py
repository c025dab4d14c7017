# Methods of numbers and contexts of `decimal` called with too few, too many and wrong arguments.
import decimal
from decimal import Context, Decimal

def show(label, make):
    try:
        result = make()
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])
    else:
        print(label, ascii(result)[:200])


NAMES = ["fma", "compare", "compare_signal", "exp", "ln", "max", "min", "quantize", "copy_sign", "is_nan", "is_normal",
         "adjusted", "as_tuple", "from_float", "logical_and", "to_eng_string", "to_integral_value", "number_class", "scaleb",
         "__eq__", "__bool__", "__hash__", "__round__", "__floor__", "__format__"]
for name in NAMES:
    method = getattr(Decimal(1), name)
    for count in (0, 1, 2, 3, 5, 9):
        if count != 1 or name not in ("__format__", "__hash__"):
            show((name, count), lambda: method(*[1] * count) if count or name != "__hash__" else None)
    show((name, "zz"), lambda: method(zz=1))
    show((name, 1, "zz"), lambda: method(1, zz=1))
CONTEXT = ["add", "abs", "fma", "power", "create_decimal", "is_finite", "canonical", "is_canonical", "compare", "plus",
           "copy", "Etiny", "clear_flags", "copy_decimal", "same_quantum", "logical_invert", "create_decimal_from_float"]
for name in CONTEXT:
    method = getattr(Context(), name)
    for count in (0, 1, 2, 3, 5):
        if name != "copy" or count:
            show((name, count), lambda: method(*[1] * count))
    show((name, "zz"), lambda: method(zz=1))
    show((name, 1, "zz"), lambda: method(1, zz=1))
for kind, counts in ((Decimal, (2, 3, 5)), (Context, (9,))):
    for count in counts:
        show((kind.__name__, count), lambda: kind(*[1] * count))
    show(kind.__name__, lambda: kind(zz=1))
show("attribute", lambda: setattr(Decimal, "x", 1))
show("attribute", lambda: Decimal.x)
