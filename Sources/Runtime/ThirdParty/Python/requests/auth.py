import base64
import hashlib
import os
import re
import time
from urllib.parse import urlparse

from _refusals import refuser as _refuser


def _basic_auth_str(username, password):
    if not isinstance(username, (str, bytes)):
        username = str(username)
    if not isinstance(password, (str, bytes)):
        password = str(password)
    if isinstance(username, str):
        username = username.encode("latin1")
    if isinstance(password, str):
        password = password.encode("latin1")
    return "Basic " + base64.b64encode(username + b":" + password).strip().decode("ascii")


class AuthBase:
    """What authenticates a request: it is called with it and gives it back."""

    def __call__(self, r):
        raise NotImplementedError("Auth hooks must be callable.")


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __eq__(self, other):
        return self.username == getattr(other, "username", None) and self.password == getattr(other, "password", None)

    def __ne__(self, other):
        return not self == other

    def __call__(self, r):
        r.headers["Authorization"] = _basic_auth_str(self.username, self.password)
        return r


class HTTPProxyAuth(HTTPBasicAuth):
    def __call__(self, r):
        r.headers["Proxy-Authorization"] = _basic_auth_str(self.username, self.password)
        return r


_PAIR = re.compile(r'\s*([^=,\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,\s]*))\s*,?')


class HTTPDigestAuth(AuthBase):
    """Digest access authentication (RFC 7616): the first answer says with what the second request is signed."""

    def __init__(self, username, password):
        self.username = username
        self.password = password
        self.challenge = {}
        self.last_nonce = ""
        self.nonce_count = 0

    def __eq__(self, other):
        return self.username == getattr(other, "username", None) and self.password == getattr(other, "password", None)

    def __ne__(self, other):
        return not self == other

    def read_challenge(self, header):
        """Takes over a `WWW-Authenticate` header; False when it asks for something else."""
        if "digest" not in header.lower():
            return False
        text = re.sub(r"(?i)^.*?digest\s+", "", header, count=1)
        self.challenge = {}
        for key, quoted, plain in _PAIR.findall(text):
            self.challenge[key.lower()] = re.sub(r"\\(.)", r"\1", quoted) if quoted else plain
        return "nonce" in self.challenge

    def build_digest_header(self, method, url):
        """The `Authorization` header for a request; None where the challenge can't be met."""
        realm = self.challenge.get("realm", "")
        nonce = self.challenge["nonce"]
        qop = self.challenge.get("qop")
        algorithm = self.challenge.get("algorithm")
        opaque = self.challenge.get("opaque")
        name = (algorithm or "MD5").upper()
        digests = {"MD5": "md5", "MD5-SESS": "md5", "SHA": "sha1", "SHA-256": "sha256", "SHA-512": "sha512"}
        if name not in digests:
            return None

        def digest(text):
            return hashlib.new(digests[name], text.encode("utf-8")).hexdigest()

        parsed = urlparse(url)
        path = parsed.path or "/"
        if parsed.query:
            path += "?" + parsed.query
        first = digest("%s:%s:%s" % (self.username, realm, self.password))
        second = digest("%s:%s" % (method, path))
        self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
        count = "%08x" % self.nonce_count
        seed = "%s%s%s" % (self.nonce_count, nonce, time.ctime())
        cnonce = hashlib.sha1(seed.encode("utf-8") + os.urandom(8)).hexdigest()[:16]
        if name == "MD5-SESS":
            first = digest("%s:%s:%s" % (first, nonce, cnonce))
        if not qop:
            response = digest("%s:%s:%s" % (first, nonce, second))
        elif "auth" in [item.strip() for item in qop.split(",")]:
            response = digest("%s:%s:%s:%s:auth:%s" % (first, nonce, count, cnonce, second))
        else:
            return None
        self.last_nonce = nonce
        header = 'username="%s", realm="%s", nonce="%s", uri="%s", response="%s"' % (
            self.username, realm, nonce, path, response)
        if opaque:
            header += ', opaque="%s"' % opaque
        if algorithm:
            header += ', algorithm="%s"' % algorithm
        if qop:
            header += ', qop="auth", nc=%s, cnonce="%s"' % (count, cnonce)
        return "Digest " + header

    def __call__(self, r):
        if self.last_nonce:
            header = self.build_digest_header(r.method, r.url)
            if header:
                r.headers["Authorization"] = header
        return r


class HTTPProxyDigestAuth(HTTPDigestAuth):
    pass


__getattr__ = _refuser(__name__)
