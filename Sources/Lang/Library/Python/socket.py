"""The host's name, and the names of exceptions and constants; connections are refused."""
import _katydid

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_REUSEPORT = 1, 2, 9, 6, 7, 8, 15
IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP, TCP_NODELAY = 0, 6, 17, 1
TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 4, 5, 6
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
has_ipv6 = True


def gethostname():
    return _katydid.host_name()


def getfqdn(name=""):
    return name or gethostname()


def getdefaulttimeout():
    return None


def setdefaulttimeout(timeout):
    pass


def htons(x, /):
    return (x & 0xFF) << 8 | x >> 8 & 0xFF


ntohs = htons


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohl = htonl


def inet_aton(ip_string, /):
    parts = ip_string.split(".")
    if len(parts) != 4 or not all(part.isdigit() and int(part) < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, parts))


def inet_ntoa(packed_ip, /):
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed_ip))


def _refuse(name):
    def refused(*args, **kwargs):
        raise RuntimeError("socket.%s is refused: requests go through self.client, which is measured" % name)

    refused.__name__ = name
    return refused


class socket:
    def __init__(self, *args, **kwargs):
        _refuse("socket")()


SocketType = socket
create_connection = _refuse("create_connection")
create_server = _refuse("create_server")
socketpair = _refuse("socketpair")
getaddrinfo = _refuse("getaddrinfo")
gethostbyname = _refuse("gethostbyname")
gethostbyaddr = _refuse("gethostbyaddr")
getservbyname = _refuse("getservbyname")
