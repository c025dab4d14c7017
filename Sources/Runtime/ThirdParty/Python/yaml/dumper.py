import base64
import datetime

import _libyaml
from yaml.representer import RepresenterError
from yaml.resolver import PREFIX, scalar_tag

_BLOCK = 1
_FLOW = 2
_STYLES = {None: 1, "'": 2, '"': 3, "|": 4, ">": 5}


class _Scalar:
    def __init__(self, tag, value, style=None):
        self.tag = PREFIX + tag if not tag.startswith(("tag:", "!")) else tag
        self.value = value
        self.style = style


class _Collection:
    def __init__(self, tag, items, flow, is_mapping):
        self.tag = PREFIX + tag if not tag.startswith(("tag:", "!")) else tag
        self.items = items
        self.flow = flow
        self.is_mapping = is_mapping


class SafeDumper:
    """Nodes out of values, and events for libyaml out of nodes."""

    yaml_representers = {}
    yaml_multi_representers = {}

    def __init__(self, default_style=None, default_flow_style=False, sort_keys=True):
        self.default_style = default_style
        self.default_flow_style = default_flow_style
        self.sort_keys = sort_keys
        self.alias_key = None
        self._nodes = {}
        self._kept = []

    def ignore_aliases(self, data):
        return data is None or data == () and isinstance(data, tuple) or isinstance(data, (str, bytes, bool, int, float))

    def represent_data(self, data):
        key = None if self.ignore_aliases(data) else id(data)
        if key is not None:
            if key in self._nodes:
                return self._nodes[key]
            self._kept.append(data)
        self.alias_key = key
        kind = type(data)
        representer = self.yaml_representers.get(kind)
        if representer is None:
            for base in kind.__mro__:
                if base in self.yaml_multi_representers:
                    representer = self.yaml_multi_representers[base]
                    break
            else:
                representer = self.yaml_representers.get(None)
        if representer is None:
            raise RepresenterError("cannot represent an object", data)
        return representer(self, data)

    def _note(self, node):
        if self.alias_key is not None:
            self._nodes[self.alias_key] = node
        return node

    def represent_scalar(self, tag, value, style=None):
        return self._note(_Scalar(tag, value, self.default_style if style is None else style))

    def represent_sequence(self, tag, sequence, flow_style=None):
        node = self._note(_Collection(tag, [], flow_style, False))
        plain = True
        for item in sequence:
            child = self.represent_data(item)
            if not (isinstance(child, _Scalar) and not child.style):
                plain = False
            node.items.append(child)
        if node.flow is None:
            node.flow = self.default_flow_style if self.default_flow_style is not None else plain
        return node

    def represent_mapping(self, tag, mapping, flow_style=None):
        node = self._note(_Collection(tag, [], flow_style, True))
        pairs = list(mapping.items()) if hasattr(mapping, "items") else list(mapping)
        if self.sort_keys and hasattr(mapping, "items"):
            try:
                pairs = sorted(pairs)
            except TypeError:
                pass
        plain = True
        for key, value in pairs:
            key_node, value_node = self.represent_data(key), self.represent_data(value)
            for child in (key_node, value_node):
                if not (isinstance(child, _Scalar) and not child.style):
                    plain = False
            node.items.append((key_node, value_node))
        if node.flow is None:
            node.flow = self.default_flow_style if self.default_flow_style is not None else plain
        return node

    def represent_str(self, data):
        return self.represent_scalar("str", data)

    def represent_dict(self, data):
        return self.represent_mapping("map", data)

    def represent_list(self, data):
        return self.represent_sequence("seq", data)

    @classmethod
    def add_representer(cls, data_type, representer):
        if "yaml_representers" not in cls.__dict__:
            cls.yaml_representers = dict(cls.yaml_representers)
        cls.yaml_representers[data_type] = representer

    @classmethod
    def add_multi_representer(cls, data_type, representer):
        if "yaml_multi_representers" not in cls.__dict__:
            cls.yaml_multi_representers = dict(cls.yaml_multi_representers)
        cls.yaml_multi_representers[data_type] = representer

    # Events

    def events(self, node):
        counts = {}
        self._count(node, counts)
        self._counts = counts
        self._anchors = {}
        out = []
        self._emit(node, out)
        return out

    def _count(self, node, counts):
        counts[id(node)] = counts.get(id(node), 0) + 1
        if counts[id(node)] > 1 or isinstance(node, _Scalar):
            return
        for item in node.items:
            for child in item if node.is_mapping else (item,):
                self._count(child, counts)

    def _emit(self, node, out, in_flow=False):
        anchor = None
        if self._counts[id(node)] > 1:
            if id(node) in self._anchors:
                out.append(("alias", self._anchors[id(node)], None, None, None, 0))
                return
            anchor = self._anchors[id(node)] = "id%03d" % (len(self._anchors) + 1)
        if isinstance(node, _Scalar):
            plain = node.tag == scalar_tag(node.value)
            # What will be quoted, and is no text, needs its tag.
            if plain and node.tag != PREFIX + "str" and (node.style or in_flow and ":" in node.value):
                plain = False
            quoted = node.tag == PREFIX + "str"
            out.append(("scalar", anchor, node.tag, (plain, quoted), node.value, _STYLES.get(node.style, 1)))
            return
        implicit = node.tag == PREFIX + ("map" if node.is_mapping else "seq")
        style = _FLOW if node.flow else _BLOCK
        kind = "mapping" if node.is_mapping else "sequence"
        out.append((kind + " start", anchor, node.tag, implicit, None, style))
        for item in node.items:
            for child in item if node.is_mapping else (item,):
                self._emit(child, out, in_flow or node.flow)
        out.append((kind + " end", None, None, None, None, 0))


def _float(dumper, data):
    if data != data:
        text = ".nan"
    elif data == float("inf"):
        text = ".inf"
    elif data == -float("inf"):
        text = "-.inf"
    else:
        text = repr(data).lower()
        if "." not in text and "e" in text:
            text = text.replace("e", ".0e", 1)
    return dumper.represent_scalar("float", text)


def _set(dumper, data):
    return dumper.represent_mapping("set", {item: None for item in data})


def _refuse(dumper, data):
    raise RepresenterError("cannot represent an object", data)


SafeDumper.yaml_representers = {
    type(None): lambda dumper, data: dumper.represent_scalar("null", "null"),
    str: lambda dumper, data: dumper.represent_str(data),
    bytes: lambda dumper, data: dumper.represent_scalar(
        "binary", base64.encodebytes(data).decode("ascii"), style="|"),
    bool: lambda dumper, data: dumper.represent_scalar("bool", "true" if data else "false"),
    int: lambda dumper, data: dumper.represent_scalar("int", str(data)),
    float: _float,
    list: lambda dumper, data: dumper.represent_list(data),
    tuple: lambda dumper, data: dumper.represent_list(data),
    dict: lambda dumper, data: dumper.represent_dict(data),
    set: _set,
    datetime.date: lambda dumper, data: dumper.represent_scalar("timestamp", data.isoformat()),
    datetime.datetime: lambda dumper, data: dumper.represent_scalar("timestamp", data.isoformat(" ")),
    None: _refuse,
}


class Dumper(SafeDumper):
    """Tuples keep their type; other objects, which PyYAML writes as Python's, are refused."""


Dumper.add_representer(tuple, lambda dumper, data: dumper.represent_sequence("python/tuple", data))


def dump_all(
    documents, stream=None, Dumper=Dumper, default_style=None, default_flow_style=False, canonical=None, indent=None,
    width=None, allow_unicode=None, line_break=None, encoding=None, explicit_start=None, explicit_end=None,
    version=None, tags=None, sort_keys=True,
):
    if version is not None or tags is not None or line_break not in (None, "\n"):
        raise NotImplementedError("version=, tags= and line_break= are not supported by Katydid's yaml")
    root = None
    events = [("stream start", None, None, None, None, 0)]
    for document in documents:
        dumper = Dumper(default_style, default_flow_style, sort_keys)
        events.append(("document start", None, None, not explicit_start, None, 0))
        root = dumper.represent_data(document)
        events += dumper.events(root)
        events.append(("document end", None, None, not explicit_end, None, 0))
    events.append(("stream end", None, None, None, None, 0))
    width = 80 if width is None else -1 if width == float("inf") else int(min(width, 2 ** 30))
    text = _libyaml.emit(events, indent or 2, width, bool(canonical), bool(allow_unicode))
    if isinstance(root, _Scalar) and not explicit_end and not canonical:
        # A plain text may go on where the document seems to end, so PyYAML says that it has ended.
        last = text.rsplit("--- ", 1)[-1] if explicit_start or len(events) > 5 else text
        if last[:1] not in ("'", '"', "|", ">", "!"):
            text += "...\n"
    if encoding is not None:
        text = text.encode(encoding)
    if stream is None:
        return text
    stream.write(text)


def dump(data, stream=None, Dumper=Dumper, **options):
    return dump_all([data], stream, Dumper=Dumper, **options)


def safe_dump_all(documents, stream=None, **options):
    return dump_all(documents, stream, Dumper=SafeDumper, **options)


def safe_dump(data, stream=None, **options):
    return dump_all([data], stream, Dumper=SafeDumper, **options)


def add_representer(data_type, representer, Dumper=Dumper):
    Dumper.add_representer(data_type, representer)
