"""The constants and exceptions of ssl, and contexts as settings. TLS itself is the clients'."""
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag


class SSLError(OSError):
    library = None
    reason = None


class SSLZeroReturnError(SSLError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLWantWriteError(SSLError):
    pass


class SSLSyscallError(SSLError):
    pass


class SSLEOFError(SSLError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError


class VerifyMode(_IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


class TLSVersion(_IntEnum):
    MINIMUM_SUPPORTED = -2
    SSLv3 = 768
    TLSv1 = 769
    TLSv1_1 = 770
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class _SSLMethod(_IntEnum):
    PROTOCOL_TLS = 2
    PROTOCOL_SSLv23 = 2
    PROTOCOL_TLSv1 = 3
    PROTOCOL_TLSv1_1 = 4
    PROTOCOL_TLSv1_2 = 5
    PROTOCOL_TLS_CLIENT = 16
    PROTOCOL_TLS_SERVER = 17


class Options(_IntFlag):
    OP_ALL = 2147483728
    OP_NO_SSLv2 = 0
    OP_NO_SSLv3 = 33554432
    OP_NO_TLSv1 = 67108864
    OP_NO_TLSv1_1 = 268435456
    OP_NO_TLSv1_2 = 134217728
    OP_NO_TLSv1_3 = 536870912
    OP_NO_COMPRESSION = 131072


for _class in (VerifyMode, _SSLMethod, Options):
    for _name, _value in _class.__members__.items():
        globals()[_name] = _value
HAS_SNI = HAS_ALPN = HAS_TLSv1_2 = HAS_TLSv1_3 = True
OPENSSL_VERSION = "OpenSSL 3"
OPENSSL_VERSION_INFO = (3, 0, 0, 0, 0)


def _refuse(name):
    def refused(*args, **kwargs):
        raise RuntimeError("ssl.%s is refused: only the clients' own sockets are here" % name)

    refused.__name__ = name
    return refused


class Purpose(_Enum):
    SERVER_AUTH = "1.3.6.1.5.5.7.3.1"
    CLIENT_AUTH = "1.3.6.1.5.5.7.3.2"


class SSLContext:
    """Settings of TLS, which a client takes over; it opens no socket itself."""

    wrap_socket = wrap_bio = _refuse("SSLContext.wrap_socket")

    def __init__(self, protocol=PROTOCOL_TLS):
        self.protocol = _SSLMethod(protocol)
        if self.protocol is _SSLMethod.PROTOCOL_TLS_SERVER:
            raise RuntimeError("ssl.PROTOCOL_TLS_SERVER is refused: a spec makes requests and serves none")
        is_client = self.protocol is _SSLMethod.PROTOCOL_TLS_CLIENT
        self._verify_mode = VerifyMode.CERT_REQUIRED if is_client else VerifyMode.CERT_NONE
        self._check_hostname = is_client
        self._minimum = TLSVersion.TLSv1_2
        self._maximum = TLSVersion.MAXIMUM_SUPPORTED
        self._authorities = self._certificate = self._key = self._password = self._ciphers = None
        self.options = OP_ALL | OP_NO_SSLv3 | OP_NO_COMPRESSION
        if self.protocol is _SSLMethod.PROTOCOL_TLSv1_2:
            self._maximum = TLSVersion.TLSv1_2

    @property
    def verify_mode(self):
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, mode):
        if mode not in (0, 1, 2):
            raise ValueError("invalid value for verify_mode")
        if mode == CERT_NONE and self._check_hostname:
            raise ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
        self._verify_mode = VerifyMode(mode)

    @property
    def check_hostname(self):
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        self._check_hostname = bool(value)
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = VerifyMode.CERT_REQUIRED

    @property
    def minimum_version(self):
        return self._minimum

    @minimum_version.setter
    def minimum_version(self, version):
        self._minimum = _version(version)

    @property
    def maximum_version(self):
        return self._maximum

    @maximum_version.setter
    def maximum_version(self, version):
        self._maximum = _version(version)

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        _check_file(certfile)
        if keyfile is not None:
            _check_file(keyfile)
        if callable(password):
            password = password()
        self._certificate = _fspath(certfile)
        self._key = None if keyfile is None else _fspath(keyfile)
        self._password = password.decode() if isinstance(password, (bytes, bytearray)) else password

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        if cadata is not None:
            raise NotImplementedError("cadata is not supported: put the certificates into a file beside the spec")
        if cafile is not None and capath is not None:
            raise NotImplementedError("cafile and capath together are not supported: give one of them")
        place = cafile if cafile is not None else capath
        _check_file(place)
        self._authorities = _fspath(place)

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """The system's certificates count unless others are loaded."""

    set_default_verify_paths = load_default_certs

    def set_ciphers(self, ciphers):
        if not isinstance(ciphers, str) or not ciphers:
            raise SSLError("No cipher can be selected.")
        self._ciphers = ciphers

    def set_alpn_protocols(self, protocols):
        """The client offers HTTP/1.1, and HTTP/2 where `http2` asks for it."""
        if [name for name in protocols if name not in ("http/1.1", "h2")]:
            raise NotImplementedError("ALPN is the client's: it offers http/1.1, and h2 with http2 = True")

    def _settings(self):
        """What a client takes over; versions as TLS numbers them."""
        minimum, maximum = self._minimum, self._maximum
        for flag, version, newer in (
            (OP_NO_TLSv1, TLSVersion.TLSv1, TLSVersion.TLSv1_1),
            (OP_NO_TLSv1_1, TLSVersion.TLSv1_1, TLSVersion.TLSv1_2),
            (OP_NO_TLSv1_2, TLSVersion.TLSv1_2, TLSVersion.TLSv1_3),
        ):
            if self.options & flag and minimum == version:
                minimum = newer
        if self.options & OP_NO_TLSv1_3 and maximum == TLSVersion.MAXIMUM_SUPPORTED:
            maximum = TLSVersion.TLSv1_2
        return (
            self._verify_mode != CERT_NONE, self._authorities, self._certificate, self._key, self._password,
            self._ciphers, 0 if minimum < 0 else int(minimum), None if maximum < 0 else int(maximum),
        )


class SSLSocket:
    __init__ = _refuse("SSLSocket")


def _version(value):
    try:
        return TLSVersion(value)
    except ValueError:
        raise ValueError(f"Unsupported TLS/SSL version {value:#x}") from None


def _check_file(path):
    import os

    if not os.path.exists(path):
        raise FileNotFoundError(2, "No such file or directory")


def _fspath(path):
    import os

    return os.fspath(path)


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    if purpose != Purpose.SERVER_AUTH:
        raise RuntimeError("ssl.Purpose.CLIENT_AUTH is refused: a spec makes requests and serves none")
    context = SSLContext(PROTOCOL_TLS_CLIENT)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


def _create_unverified_context(
    protocol=PROTOCOL_TLS_CLIENT, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH,
    certfile=None, keyfile=None, cafile=None, capath=None, cadata=None,
):
    context = SSLContext(protocol)
    context.check_hostname = check_hostname
    context.verify_mode = cert_reqs
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    return context


_create_default_https_context = create_default_context
wrap_socket = _refuse("wrap_socket")
get_server_certificate = _refuse("get_server_certificate")
