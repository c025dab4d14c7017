"""The exceptions of requests and urllib3, their order and texts, and what is built without a server."""
import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from requests.packages.urllib3.exceptions import InsecureRequestWarning
from requests.structures import CaseInsensitiveDict
from urllib3.util.retry import Retry
import urllib3

urllib3.disable_warnings()
requests.packages.urllib3.disable_warnings(InsecureRequestWarning)
for name in """RequestException HTTPError ConnectionError ProxyError SSLError Timeout ConnectTimeout ReadTimeout URLRequired
TooManyRedirects MissingSchema InvalidSchema InvalidURL InvalidHeader InvalidProxyURL ChunkedEncodingError
ContentDecodingError StreamConsumedError RetryError UnrewindableBodyError InvalidJSONError JSONDecodeError""".split():
    print(name, [base.__name__ for base in getattr(requests.exceptions, name).__mro__])
for url in ("/x", "ftp://a/b", "http://", "x:y"):
    try:
        requests.get(url)
    except requests.exceptions.RequestException as error:
        print(type(error).__name__, error)
try:
    requests.get("http://127.0.0.1:1/x")
except requests.exceptions.ConnectionError as error:
    print(type(error).__name__, error.response)
print(requests.codes.ok, requests.codes.not_found, requests.codes["teapot"], requests.codes.NOT_FOUND)
print(requests.utils.quote("a b/c"), requests.utils.unquote("a%20b"), requests.utils.parse_header_links('<http://x>; rel="next", <y>; rel=last'))
print(requests.utils.requote_uri("http://x/a b%20c"), requests.utils.dict_from_cookiejar(requests.cookies.cookiejar_from_dict({"a": "1"})))
d = CaseInsensitiveDict({"Content-Type": "x"})
print(d["content-TYPE"], "CONTENT-type" in d, list(d))
print(HTTPBasicAuth("a", "b") == HTTPBasicAuth("a", "b"), Retry(3, backoff_factor=1), Retry.from_int(5).total, HTTPAdapter(max_retries=2).max_retries)
s = requests.Session()
print(s.headers["Accept"], s.verify, s.params, s.cookies.get_dict(), s.max_redirects)
