"""Splitting and joining words as a shell does."""
import re as _re
from collections import deque as _deque
from io import StringIO as _StringIO

__all__ = ["shlex", "split", "quote", "join"]

_SAFE = _re.compile(r"[a-zA-Z0-9@%+=:,./_\-]+")
_LETTERS = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
_ACCENTED = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"


class shlex:
    """Gives the words of a text one after the other.

    `state` is what the reader is in: None behind the end, a space between words, "a" within a word, "c" within
    punctuation, a quote within that quote, an escape character behind it."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = _StringIO(instream)
        if instream is None:
            import sys
            instream = sys.stdin
        self.instream, self.infile, self.posix = instream, infile, posix
        self.eof = None if posix else ""
        self.commenters, self.whitespace, self.whitespace_split = "#", " \t\r\n", False
        self.quotes, self.escape, self.escapedquotes = "'\"", "\\", '"'
        self.wordchars = _LETTERS + (_ACCENTED if posix else "")
        if not punctuation_chars:
            punctuation_chars = ""
        elif punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            # What file names, wildcards and options are made of belongs to words then.
            letters = self.wordchars + "~-./*?="
            self.wordchars = "".join([letter for letter in letters if letter not in punctuation_chars])
        self.state, self.token, self.lineno, self.debug, self.source = " ", "", 1, 0, None
        self.pushback, self._unread, self.filestack = _deque(), [], _deque()

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        if isinstance(newstream, str):
            newstream = _StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = " "

    def get_token(self):
        if self.pushback:
            return self.pushback.popleft()
        word = self.read_token()
        while self.source is not None and word == self.source:
            included = self.sourcehook(self.read_token())
            if included:
                self.push_source(included[1], included[0])
            word = self.get_token()
        while word == self.eof and self.filestack:
            self.pop_source()
            word = self.get_token()
        return word

    def read_token(self):
        """The next word, whatever was pushed back."""
        self._is_quoted, self._before_escape = False, " "
        is_done = False
        while not is_done:
            letter = self._unread.pop() if self._unread else self.instream.read(1)
            if letter == "\n":
                self.lineno += 1
            if self.state is None:
                self.token, is_done = "", True
            elif self.state == " ":
                is_done = self._between(letter)
            elif self.state in self.quotes:
                is_done = self._quoted(letter)
            elif self.state in self.escape:
                self._escaped(letter)
            else:
                is_done = self._inside(letter)
        word, self.token = self.token, ""
        return None if self.posix and not self._is_quoted and not word else word

    def _has_word(self):
        return bool(self.token) or self.posix and self._is_quoted

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _begin_escape(self, letter):
        self._before_escape, self.state = "a", letter

    def _between(self, letter):
        """Reads a letter between words; says whether a word has ended."""
        if not letter:
            self.state = None
            return True
        if letter in self.whitespace:
            return self._has_word()
        if letter in self.commenters:
            self._skip_comment()
        elif self.posix and letter in self.escape:
            self._begin_escape(letter)
        elif letter in self.wordchars:
            self.token, self.state = letter, "a"
        elif letter in self.punctuation_chars:
            self.token, self.state = letter, "c"
        elif letter in self.quotes:
            if not self.posix:
                self.token = letter
            self.state = letter
        elif self.whitespace_split:
            self.token, self.state = letter, "a"
        else:
            self.token = letter
            return True
        return False

    def _quoted(self, letter):
        self._is_quoted = True
        if not letter:
            raise ValueError("No closing quotation")
        if letter == self.state:
            if not self.posix:
                self.token += letter
                self.state = " "
                return True
            self.state = "a"
        elif self.posix and letter in self.escape and self.state in self.escapedquotes:
            self._before_escape, self.state = self.state, letter
        else:
            self.token += letter
        return False

    def _escaped(self, letter):
        if not letter:
            raise ValueError("No escaped character")
        # Between quotes the escape character stays unless it is needed.
        if self._before_escape in self.quotes and letter != self.state and letter != self._before_escape:
            self.token += self.state
        self.token += letter
        self.state = self._before_escape

    def _inside(self, letter):
        if not letter:
            self.state = None
            return True
        if letter in self.whitespace:
            self.state = " "
            return self._has_word()
        if letter in self.commenters:
            self._skip_comment()
            if not self.posix:
                return False
            self.state = " "
            return self._has_word()
        if self.state == "c":
            if letter in self.punctuation_chars:
                self.token += letter
                return False
            self._unread.append(letter)
            self.state = " "
            return True
        if self.posix and letter in self.quotes:
            self.state = letter
        elif self.posix and letter in self.escape:
            self._begin_escape(letter)
        elif (letter in self.wordchars or letter in self.quotes
              or self.whitespace_split and letter not in self.punctuation_chars):
            self.token += letter
        else:
            if self.punctuation_chars:
                self._unread.append(letter)
            else:
                self.pushback.appendleft(letter)
            self.state = " "
            return self._has_word()
        return False

    def sourcehook(self, newfile):
        """The name and the stream of a file that the text names."""
        import os
        if newfile.startswith('"'):
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        word = self.get_token()
        if word == self.eof:
            raise StopIteration
        return word


def quote(s):
    if not s:
        return "''"
    return s if _SAFE.fullmatch(s) else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])


def split(s, comments=False, posix=True):
    if s is None:
        # The words come from standard input then.
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, 2)
    reader = shlex(s, posix=posix)
    reader.whitespace_split = True
    if not comments:
        reader.commenters = ""
    return list(reader)
