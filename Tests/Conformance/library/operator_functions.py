"""The functions of operator."""
import operator

from facts import calls

calls(operator.itemgetter(1), "abc", ([1, 2],), ([],), ({1: "x"},))
calls(operator.itemgetter(0, 2), "abc", ([1],))
calls(operator.attrgetter("real"), 5, "a")
calls(operator.attrgetter("real", "imag"), 5)
calls(operator.attrgetter("__class__.__name__"), 5, "a", None)
calls(operator.methodcaller("upper"), "abc", 5)
calls(operator.methodcaller("split", ",", maxsplit=1), "a,b,c")
calls(operator.concat, ("a", "b"), ([1], [2]), (1, 2))
calls(operator.contains, ("abc", "b"), ([1], 2), (1, 2))
calls(operator.countOf, ("abca", "a"), ([1, 1], 1))
calls(operator.indexOf, ("abc", "c"), ([1], 5))
calls(operator.index, 5, True, 1.5)
calls(operator.length_hint, ([1, 2],), ((),), (5, 7))
calls(operator.not_, 0, 1, "")
calls(operator.truth, 0, 1, "a")
calls(operator.is_, (None, None), (1, 2))
calls(operator.pos, 5, "a")
calls(operator.neg, 5, "a")
