import json
from json import JSONDecodeError
from urllib.parse import quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin, urlparse, urlsplit
from urllib.parse import urlunparse

from requests.structures import CaseInsensitiveDict

builtin_str = str
basestring = (str, bytes)
numeric_types = (int, float)
integer_types = (int,)
is_py2 = False
is_py3 = True
