"""A server that does what no server should, each path another thing; prints its address."""
import gzip
import socket
import struct
import sys
import threading
import time

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def bomb(layers):
    data = gzip.compress(bytes(1 << 20)) * 600
    for _ in range(layers - 1):
        data = gzip.compress(data)
    names = ", ".join(["gzip"] * layers)
    return f"HTTP/1.1 200 OK\r\nContent-Encoding: {names}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data


def for_ever(start, piece):
    def send(connection):
        connection.sendall(start)
        for _ in range(100_000):
            connection.sendall(piece)
    return send


def drip(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(1000):
        connection.sendall(b"x")
        time.sleep(2)


def interim(connection):
    for _ in range(1000):
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
    connection.sendall(OK)


PATHS = {
    "/endless-headers": for_ever(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"m" * 1000 + b"\r\n"),
    "/endless-header": for_ever(b"HTTP/1.1 200 OK\r\nX-More: ", b"m" * 1000),
    "/endless-status": for_ever(b"HTTP/1.1 200 ", b"O" * 1000),
    "/endless-extension": for_ever(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", b"x" * 1000),
    "/endless-trailer": for_ever(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", b"X-T: " + b"t" * 500 + b"\r\n"),
    "/bomb": lambda connection: connection.sendall(bomb(1)),
    "/nested-bomb": lambda connection: connection.sendall(bomb(2)),
    "/short": lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"),
    "/long": lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and some more"),
    "/negative": lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nok"),
    "/huge-length": lambda connection: connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nok"),
    "/two-lengths": lambda connection: connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok"),
    "/bad-chunk": lambda connection: connection.sendall(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n0\r\n\r\n"),
    "/interim": interim,
    "/loop": lambda connection: connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n"),
    "/grow": lambda connection: connection.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: /" + b"g" * 60_000 + b"\r\nContent-Length: 0\r\n\r\n"),
    "/cookies": lambda connection: connection.sendall(
        b"HTTP/1.1 200 OK\r\nSet-Cookie: a=\x01\x02\x7f; path=/\r\nSet-Cookie: b\x00c=d\r\nSet-Cookie: =\r\n"
        b"Set-Cookie: ;;;;\r\nSet-Cookie: e=\xff\xfe\r\nContent-Length: 2\r\n\r\nok"),
    "/not-utf8": lambda connection: connection.sendall(
        b"HTTP/1.1 200 \xff\xfe\r\nX-\xc3\x28: \xa0\xa1\r\nContent-Type: text/html; charset=\xff\r\n"
        b"Content-Length: 4\r\n\r\n\xff\xfe\xc3\x28"),
    "/not-utf8-redirect": lambda connection: connection.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: /\xff\xc3\x28\r\nContent-Length: 0\r\n\r\n"),
    "/drip": drip,
    "/garbage": lambda connection: connection.sendall(bytes(range(256)) * 4),
}


def serve(connection):
    with connection:
        connection.settimeout(20)
        head = b""
        while True:
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            path = head.split(b" ")[1].decode("latin-1")
            head = b""
            if path.startswith("/reset/"):
                connection.sendall(OK[: int(path[7:])])
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return
            if path == "/twice":
                connection.sendall(OK + OK.replace(b"\r\nok", b"\r\nNO"))
            elif path in PATHS:
                PATHS[path](connection)
                if path in ("/short", "/garbage"):
                    return
            else:
                connection.sendall(OK)


def quietly(body, *arguments):
    try:
        body(*arguments)
    except OSError:
        pass


def early():
    """Answers before it is asked."""
    while True:
        connection, _ = too_early.accept()
        connection.sendall(OK)
        threading.Timer(1, connection.close).start()


listener = socket.create_server(("127.0.0.1", 0), backlog=100)
too_early = socket.create_server(("127.0.0.1", 0))
threading.Thread(target=early, daemon=True).start()
print(*(f"http://127.0.0.1:{place.getsockname()[1]}" for place in (listener, too_early)), flush=True)
while True:
    connection, _ = listener.accept()
    threading.Thread(target=quietly, args=(serve, connection), daemon=True).start()
