import binascii
import base64
import datetime
import re

import _libyaml
from yaml.composer import ComposerError
from yaml.constructor import ConstructorError
from yaml.error import Mark
from yaml.nodes import MappingNode, ScalarNode, SequenceNode
from yaml.parser import ParserError
from yaml.reader import ReaderError
from yaml.resolver import PREFIX, scalar_tag
from yaml.scanner import ScannerError

_BOOLS = {"yes": True, "no": False, "true": True, "false": False, "on": True, "off": False}
_STYLES = {0: None, 1: None, 2: "'", 3: '"', 4: "|", 5: ">"}
_TIMESTAMP = re.compile(
    r"^([0-9]{4})-([0-9][0-9]?)-([0-9][0-9]?)(?:(?:[Tt]|[ \t]+)([0-9][0-9]?):([0-9]{2}):([0-9]{2})"
    r"(?:\.([0-9]*))?(?:[ \t]*(Z|([-+])([0-9][0-9]?)(?::([0-9]{2}))?))?)?$")


class SafeLoader:
    """Reads documents: nodes out of the events of libyaml, values out of nodes."""

    yaml_constructors = {}
    yaml_multi_constructors = {}
    resolves = True

    def __init__(self, stream):
        if hasattr(stream, "read"):
            self.name = getattr(stream, "name", "<file>")
            stream = stream.read()
        else:
            self.name = "<byte string>" if isinstance(stream, bytes) else "<unicode string>"
        if isinstance(stream, bytes):
            buffer = None
            if stream.startswith((b"\xff\xfe", b"\xfe\xff")):
                stream = stream.decode("utf-16")
        else:
            buffer = stream
            bad = re.search("[^\x09\x0A\x0D\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\U00010000-\U0010ffff]", stream)
            if bad is not None:
                raise ReaderError(
                    'unacceptable character #x%04x: special characters are not allowed\n  in "%s", position %d'
                    % (ord(bad.group()), self.name, bad.start()))
        self._buffer = None if buffer is None else buffer + "\0"
        self._events, self._problem = _libyaml.events(stream)
        self._place = 0
        self._anchors = {}
        self._values = {}
        self._open = set()
        self._pending = []

    def dispose(self):
        pass

    # Nodes

    def _mark(self, mark):
        line, column, index = mark
        return Mark(self.name, index, line, column, self._buffer, index)

    def _fail(self):
        kind, context, context_mark, problem, problem_mark, offset, value = self._problem
        if kind == "reader":
            raise ReaderError('%s\n  in "%s", position %d' % (problem, self.name, offset))
        cls = ScannerError if kind == "scanner" else ParserError
        where = self._mark(context_mark) if context is not None else None
        raise cls(context, where, problem, self._mark(problem_mark))

    def _peek(self):
        if self._place >= len(self._events):
            self._fail()
        return self._events[self._place]

    def _next(self):
        event = self._peek()
        self._place += 1
        return event

    def check_data(self):
        if self._peek()[0] == "stream start":
            self._next()
        return self._peek()[0] != "stream end"

    check_node = check_data

    def get_node(self):
        if not self.check_data():
            return None
        self._next()
        self._anchors = {}
        node = self._node()
        self._next()
        return node

    def get_single_node(self):
        node = self.get_node()
        if node is not None and self.check_data():
            raise ComposerError(
                "expected a single document in the stream", node.start_mark, "but found another document",
                self._mark(self._peek()[6]))
        return node

    def _node(self):
        event = self._next()
        kind, anchor, tag, implicit, value, style, start, end = event
        mark = self._mark(start)
        if kind == "alias":
            if anchor not in self._anchors:
                raise ComposerError(None, None, "found undefined alias %r" % anchor, mark)
            return self._anchors[anchor]
        if anchor is not None and anchor in self._anchors:
            raise ComposerError(
                "found duplicate anchor %r; first occurrence" % anchor, self._anchors[anchor].start_mark,
                "second occurrence", mark)
        if kind == "scalar":
            if tag is None or tag == "!":
                tag = scalar_tag(value) if implicit[0] and tag is None and self.resolves else PREFIX + "str"
            node = ScalarNode(tag, value, mark, self._mark(end), _STYLES[style])
            if anchor is not None:
                self._anchors[anchor] = node
            return node
        is_sequence = kind == "sequence start"
        if tag is None or tag == "!":
            tag = PREFIX + ("seq" if is_sequence else "map")
        node = (SequenceNode if is_sequence else MappingNode)(tag, [], mark, None, style == 2)
        if anchor is not None:
            self._anchors[anchor] = node
        ending = "sequence end" if is_sequence else "mapping end"
        while self._peek()[0] != ending:
            if is_sequence:
                node.value.append(self._node())
            else:
                key = self._node()
                node.value.append((key, self._node()))
        node.end_mark = self._mark(self._next()[7])
        return node

    # Values

    def get_data(self):
        return self.construct_document(self.get_node()) if self.check_data() else None

    def get_single_data(self):
        node = self.get_single_node()
        return None if node is None else self.construct_document(node)

    def construct_document(self, node):
        self._values = {}
        self._open = set()
        value = self.construct_object(node)
        while self._pending:
            pending, self._pending = self._pending, []
            for generator in pending:
                for _ in generator:
                    pass
        return value

    def construct_object(self, node, deep=False):
        if id(node) in self._values:
            return self._values[id(node)][1]
        if id(node) in self._open:
            raise ConstructorError(None, None, "found unconstructable recursive node", node.start_mark)
        self._open.add(id(node))
        constructor = None
        suffix = None
        if node.tag in self.yaml_constructors:
            constructor = self.yaml_constructors[node.tag]
        else:
            for prefix, candidate in self.yaml_multi_constructors.items():
                if prefix is not None and node.tag.startswith(prefix):
                    constructor, suffix = candidate, node.tag[len(prefix):]
                    break
            else:
                constructor = self.yaml_constructors.get(None)
        if constructor is None:
            raise ConstructorError(
                None, None, "could not determine a constructor for the tag %r" % node.tag, node.start_mark)
        value = constructor(self, node) if suffix is None else constructor(self, suffix, node)
        if hasattr(value, "send") and hasattr(value, "throw"):
            # A collection may contain itself: it is made first and filled later.
            generator = value
            value = next(generator)
            self._values[id(node)] = (node, value)
            if deep:
                for _ in generator:
                    pass
            else:
                self._pending.append(generator)
        self._values[id(node)] = (node, value)
        self._open.discard(id(node))
        return value

    def construct_scalar(self, node):
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if key.tag == PREFIX + "value":
                    return self.construct_scalar(value)
        if not isinstance(node, ScalarNode):
            raise ConstructorError(None, None, "expected a scalar node, but found %s" % node.id, node.start_mark)
        return node.value

    def construct_sequence(self, node, deep=False):
        if not isinstance(node, SequenceNode):
            raise ConstructorError(None, None, "expected a sequence node, but found %s" % node.id, node.start_mark)
        return [self.construct_object(child, deep) for child in node.value]

    def construct_mapping(self, node, deep=False):
        if not isinstance(node, MappingNode):
            raise ConstructorError(None, None, "expected a mapping node, but found %s" % node.id, node.start_mark)
        self.flatten_mapping(node)
        mapping = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, True)
            try:
                hash(key)
            except TypeError:
                raise ConstructorError(
                    "while constructing a mapping", node.start_mark, "found unhashable key",
                    key_node.start_mark) from None
            mapping[key] = self.construct_object(value_node, deep)
        return mapping

    def construct_pairs(self, node, deep=False):
        return [(self.construct_object(key, deep), self.construct_object(value, deep)) for key, value in node.value]

    def flatten_mapping(self, node):
        """Takes over what `<<` merges in; what the mapping says itself counts more."""
        merged = []
        index = 0
        while index < len(node.value):
            key, value = node.value[index]
            if key.tag == PREFIX + "merge":
                del node.value[index]
                if isinstance(value, MappingNode):
                    self.flatten_mapping(value)
                    merged.extend(value.value)
                elif isinstance(value, SequenceNode):
                    parts = []
                    for part in value.value:
                        if not isinstance(part, MappingNode):
                            raise ConstructorError(
                                "while constructing a mapping", node.start_mark,
                                "expected a mapping for merging, but found %s" % part.id, part.start_mark)
                        self.flatten_mapping(part)
                        parts.append(part.value)
                    for part in reversed(parts):
                        merged.extend(part)
                else:
                    raise ConstructorError(
                        "while constructing a mapping", node.start_mark,
                        "expected a mapping or list of mappings for merging, but found %s" % value.id,
                        value.start_mark)
            elif key.tag == PREFIX + "value":
                key.tag = PREFIX + "str"
                index += 1
            else:
                index += 1
        if merged:
            node.value = merged + node.value

    @classmethod
    def add_constructor(cls, tag, constructor):
        if "yaml_constructors" not in cls.__dict__:
            cls.yaml_constructors = dict(cls.yaml_constructors)
        cls.yaml_constructors[tag] = constructor

    @classmethod
    def add_multi_constructor(cls, prefix, constructor):
        if "yaml_multi_constructors" not in cls.__dict__:
            cls.yaml_multi_constructors = dict(cls.yaml_multi_constructors)
        cls.yaml_multi_constructors[prefix] = constructor


def _null(loader, node):
    loader.construct_scalar(node)


def _bool(loader, node):
    return _BOOLS[loader.construct_scalar(node).lower()]


def _signed(text):
    text = text.replace("_", "")
    sign = -1 if text[0] == "-" else 1
    return sign, text[1:] if text[0] in "+-" else text


def _sixties(text, number):
    total = 0
    for part in text.split(":"):
        total = total * 60 + number(part)
    return total


def _int(loader, node):
    sign, text = _signed(loader.construct_scalar(node))
    if text == "0":
        return 0
    if text.startswith("0b"):
        return sign * int(text[2:], 2)
    if text.startswith("0x"):
        return sign * int(text[2:], 16)
    if text[0] == "0":
        return sign * int(text, 8)
    if ":" in text:
        return sign * _sixties(text, int)
    return sign * int(text)


def _float(loader, node):
    sign, text = _signed(loader.construct_scalar(node).lower())
    if text == ".inf":
        return sign * float("inf")
    if text == ".nan":
        return float("nan")
    if ":" in text:
        return sign * float(_sixties(text, float))
    return sign * float(text)


def _binary(loader, node):
    try:
        return base64.decodebytes(loader.construct_scalar(node).encode("ascii"))
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ConstructorError(None, None, "failed to decode base64 data: %s" % error, node.start_mark) from None


def _timestamp(loader, node):
    match = _TIMESTAMP.match(loader.construct_scalar(node))
    year, month, day, hour, minute, second, fraction, zone, sign, zone_hour, zone_minute = match.groups()
    if hour is None:
        return datetime.date(int(year), int(month), int(day))
    micro = int((fraction or "")[:6].ljust(6, "0"))
    zone_info = None
    if sign:
        delta = datetime.timedelta(hours=int(zone_hour), minutes=int(zone_minute or 0))
        zone_info = datetime.timezone(-delta if sign == "-" else delta)
    elif zone:
        zone_info = datetime.timezone.utc
    return datetime.datetime(
        int(year), int(month), int(day), int(hour), int(minute), int(second), micro, tzinfo=zone_info)


def _sequence(loader, node):
    data = []
    yield data
    data.extend(loader.construct_sequence(node))


def _mapping(loader, node):
    data = {}
    yield data
    data.update(loader.construct_mapping(node))


def _set(loader, node):
    data = set()
    yield data
    data.update(loader.construct_mapping(node))


def _pairs(loader, node):
    data = []
    yield data
    for child in node.value:
        if not isinstance(child, MappingNode) or len(child.value) != 1:
            raise ConstructorError(
                "while constructing an ordered map", node.start_mark, "expected a mapping of length 1", child.start_mark)
        key, value = child.value[0]
        data.append((loader.construct_object(key), loader.construct_object(value)))


def _str(loader, node):
    return loader.construct_scalar(node)


SafeLoader.yaml_constructors = {
    PREFIX + "null": _null, PREFIX + "bool": _bool, PREFIX + "int": _int, PREFIX + "float": _float,
    PREFIX + "binary": _binary, PREFIX + "timestamp": _timestamp, PREFIX + "omap": _pairs, PREFIX + "pairs": _pairs,
    PREFIX + "set": _set, PREFIX + "str": _str, PREFIX + "seq": _sequence, PREFIX + "map": _mapping,
}


class FullLoader(SafeLoader):
    """What it can do beyond `SafeLoader`, Python objects, is refused."""


class UnsafeLoader(FullLoader):
    pass


class Loader(UnsafeLoader):
    pass


def _python_tuple(loader, node):
    return tuple(loader.construct_sequence(node, True))


FullLoader.add_constructor(PREFIX + "python/tuple", _python_tuple)
for _name, _constructor in (("none", _null), ("bool", _bool), ("str", _str), ("int", _int), ("float", _float),
                            ("list", _sequence), ("dict", _mapping)):
    FullLoader.add_constructor(PREFIX + "python/" + _name, _constructor)


class BaseLoader(SafeLoader):
    """Every scalar is a text."""

    resolves = False
    yaml_constructors = {PREFIX + "str": _str, PREFIX + "seq": _sequence, PREFIX + "map": _mapping}


def load(stream, Loader):
    return Loader(stream).get_single_data()


def load_all(stream, Loader):
    loader = Loader(stream)
    while loader.check_data():
        yield loader.get_data()


def safe_load(stream):
    return load(stream, SafeLoader)


def safe_load_all(stream):
    return load_all(stream, SafeLoader)


def full_load(stream):
    return load(stream, FullLoader)


def full_load_all(stream):
    return load_all(stream, FullLoader)


def add_constructor(tag, constructor, Loader=None):
    for loader in (FullLoader,) if Loader is None else (Loader,):
        loader.add_constructor(tag, constructor)
