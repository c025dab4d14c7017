"""Programs made by a grammar, from a seed. Each fact that a program prints stands in a line of its own."""
import warnings

from classes import Classes
from expressions import Expressions
from libraries import Libraries
from prelude import CLASSES, LIBRARY, MAKING, PRELUDE
from statements import Statements


class Grammar(Expressions, Statements, Classes, Libraries):
    """Makes one program from a seed."""

    def program(self, size):
        """The text of a program of so many parts; what it is about depends on the seed, lest all import everything."""
        theme = self.pick([0, 1, 2, 5]) if self.settled else self.random.randrange(6)
        parts = [PRELUDE, CLASSES]
        basic = [self.facts, self.facts, self.facts, self.assignments, self.assignments]
        if theme == 0:
            kinds = basic
        elif theme == 1:
            kinds = [self.flow, self.generator, self.closures, self.scopes, self.matching]
        elif theme == 2:
            kinds = [self.tracing, self.chains]
        elif theme == 3:
            parts.append(MAKING)
            kinds = [self.classes, self.classes, self.attributes, self.makings]
        elif theme == 4:
            parts.append(LIBRARY)
            kinds = [self.library]
        else:
            kinds = basic + [self.flow, self.generator, self.classes, self.classes, self.closures, self.scopes,
                             self.matching, self.chains]
        for _ in range(size):
            part = "\n".join(self.pick(kinds)()) + "\n"
            if is_program(part):
                parts.append(part)
        if theme in (2, 5):
            # It ends with an exception that nothing catches.
            part = "\n".join(self.tracing()[:-1]) + f"\nt{self.count}()\n"
            if is_program(part):
                parts.append(part)
        return "\n".join(parts)


def is_program(text):
    """Whether CPython takes a part; what patterns and slots come to isn't always Python."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(text, "part", "exec")
        except (SyntaxError, ValueError):
            return False
    return True
