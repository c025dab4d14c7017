"""YAML 1.1 as PyYAML reads and writes it, safe values only; libyaml does the syntax."""
from _refusals import refuser as _refuser
from yaml.dumper import Dumper, SafeDumper, add_representer, dump, dump_all, safe_dump, safe_dump_all
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.loader import (
    BaseLoader, FullLoader, Loader, SafeLoader, UnsafeLoader, add_constructor, full_load, full_load_all, load, load_all,
    safe_load, safe_load_all,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml import composer, constructor, error, parser, reader, representer, scanner

CSafeLoader = CLoader = SafeLoader
CSafeDumper = SafeDumper
CDumper = Dumper
__version__ = "6.0.2"
__with_libyaml__ = True
__getattr__ = _refuser(__name__, "there are safe_load, load, safe_dump, dump and their like")
