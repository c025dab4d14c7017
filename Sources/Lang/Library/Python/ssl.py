"""The constants and exceptions of ssl. TLS itself is the client's; its settings are in self.client."""
from enum import IntEnum as _IntEnum, IntFlag as _IntFlag


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
        raise RuntimeError("ssl.%s is refused: set verify and cert on self.client" % name)

    refused.__name__ = name
    return refused


class SSLContext:
    def __init__(self, *args, **kwargs):
        _refuse("SSLContext")()


class SSLSocket(SSLContext):
    pass


create_default_context = _refuse("create_default_context")
_create_unverified_context = _refuse("_create_unverified_context")
_create_default_https_context = create_default_context
wrap_socket = _refuse("wrap_socket")
get_server_certificate = _refuse("get_server_certificate")
