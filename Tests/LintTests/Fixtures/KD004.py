import jsno  # bad: 8
import json
from nowhere.at_all import thing  # bad: 6
from . import sibling
import urllib.parse

try:
    import ujson
except ImportError:
    ujson = json
