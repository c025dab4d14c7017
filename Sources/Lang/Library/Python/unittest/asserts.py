"""The assertions on values."""
import collections
import re

_SHOWN = 80


def safe_repr(value, short=False):
    """The repr of any value, even of one whose __repr__ raises."""
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if not short or len(text) < _SHOWN else text[:_SHOWN] + " [truncated]..."


def _common_shorten(*values):
    texts = [safe_repr(value) for value in values]
    longest = max(map(len, texts))
    if longest <= _SHOWN:
        return texts
    common = 0
    for group in zip(*texts):
        if any(c != group[0] for c in group):
            break
        common += 1
    return [_middle(text, common) for text in texts]


def _middle(text, common):
    start = text[:common]
    if common > 10:
        start = f"{text[:5]}[{common - 10} chars]{text[common - 5:common]}"
    rest = text[common:]
    if len(rest) > 60:
        rest = f"{rest[:40]}[{len(rest) - 60} chars]{rest[-20:]}"
    return start + rest


class Assertions:
    """The assertions on values: each raises the case's failureException with a text that tells what differs."""

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{safe_repr(expr)} is not true")

    def _equality_function(self, first, second):
        if type(first) is type(second):
            function = self._equality_functions.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, "%s != %s" % tuple(_common_shorten(first, second)))

    def assertEqual(self, first, second, msg=None):
        self._equality_function(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            standard = f"{safe_repr(first)} != {safe_repr(second)} within {safe_repr(delta)} delta"
        else:
            places = 7 if places is None else places
            if round(diff, places) == 0:
                return
            standard = f"{safe_repr(first)} != {safe_repr(second)} within {places!r} places"
        self._fail(msg, f"{standard} ({safe_repr(diff)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        diff = abs(first - second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            standard = (
                f"{safe_repr(first)} == {safe_repr(second)} within {safe_repr(delta)} delta"
                f" ({safe_repr(diff)} difference)"
            )
        else:
            places = 7 if places is None else places
            if not first == second and round(diff, places) != 0:
                return
            standard = f"{safe_repr(first)} == {safe_repr(second)} within {places!r} places"
        self._fail(msg, standard)

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if seq_type is not None:
            name = seq_type.__name__
            for place, value in (("First", first), ("Second", second)):
                if not isinstance(value, seq_type):
                    raise self.failureException(f"{place} sequence is not a {name}: {safe_repr(value)}")
        else:
            name = "sequence"
        if first == second:
            return
        standard = "%ss differ: %s != %s\n" % ((name.capitalize(),) + tuple(_common_shorten(first, second)))
        for index, (a, b) in enumerate(zip(first, second)):
            if a != b:
                standard += "\nFirst differing element %d:\n%s\n%s\n" % ((index,) + tuple(_common_shorten(a, b)))
                break
        else:
            # Sequences of two kinds are equal here when their items are.
            if len(first) == len(second) and seq_type is None and type(first) != type(second):
                return
        if len(first) != len(second):
            longer, which = (first, "First") if len(first) > len(second) else (second, "Second")
            shorter = min(len(first), len(second))
            standard += f"\n{which} {name} contains {len(longer) - shorter} additional elements.\n"
            standard += f"First extra element {shorter}:\n{safe_repr(longer[shorter], True)}\n"
        elif seq_type is None and type(first) != type(second) and all([a == b for a, b in zip(first, second)]):
            # The same in sequences of two types.
            return
        self._fail(msg, standard)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            only_first, only_second = set1.difference(set2), set2.difference(set1)
        except TypeError as error:
            self.fail(f"invalid type when attempting set difference: {error}")
        except AttributeError as error:
            self.fail(f"first argument does not support set difference: {error}")
        lines = []
        for items, place in ((only_first, "first"), (only_second, "second")):
            if items:
                lines.append(f"Items in the {place} set but not the {'second' if place == 'first' else 'first'}:")
                lines.extend(repr(item) for item in items)
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._fail(msg, "%s != %s" % tuple(_common_shorten(d1, d2)))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        try:
            counts = collections.Counter(first), collections.Counter(second)
        except TypeError:
            rest = list(second)
            missing = []
            for item in first:
                if item in rest:
                    rest.remove(item)
                else:
                    missing.append(item)
            differences = [(first.count(x), second.count(x), x) for x in missing + rest]
        else:
            if counts[0] == counts[1]:
                return
            keys = list(counts[0]) + [key for key in counts[1] if key not in counts[0]]
            differences = [(counts[0][k], counts[1][k], k) for k in keys if counts[0][k] != counts[1][k]]
        if differences:
            lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
            self._fail(msg, "Element counts were not equal:\n" + "\n".join(lines))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            self._fail(msg, "%s != %s" % tuple(_common_shorten(first, second)))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            found = text[match.start() : match.end()]
            self._fail(msg, f"Regex matched: {found!r} matches {unexpected_regex.pattern!r} in {text!r}")

    assertEquals = assertEqual
    assertNotEquals = assertNotEqual
    assert_ = assertTrue
    assertAlmostEquals = assertAlmostEqual
    assertNotAlmostEquals = assertNotAlmostEqual
    assertRegexpMatches = assertRegex
    assertNotRegexpMatches = assertNotRegex
    failUnlessEqual = assertEqual
