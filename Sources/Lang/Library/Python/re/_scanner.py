"""Taking a text apart by a list of patterns."""
import re as _re

__name__ = "re"


class Scanner:
    """Each pattern has an action: a function of the scanner and the text, a value, or None for what is left out."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = list(lexicon)
        self._actions = [(_re.compile(phrase, flags), action) for phrase, action in self.lexicon]
        self.match = None

    def _next(self, string, at):
        """The match of the first pattern that has one at a place, and its action."""
        for pattern, action in self._actions:
            match = pattern.match(string, at)
            if match is not None:
                return match, action
        return None, None

    def scan(self, string):
        """The values of what was found, and the text from where nothing was."""
        found, at = [], 0
        while at <= len(string):
            match, action = self._next(string, at)
            if match is None or match.end() == at:
                break
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                found.append(action)
            at = match.end()
        return found, string[at:]
