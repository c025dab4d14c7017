import base64
import binascii


def base64url_encode(data):
    return base64.urlsafe_b64encode(data).replace(b"=", b"")


def base64url_decode(data):
    if isinstance(data, str):
        data = data.encode("ascii")
    return base64.urlsafe_b64decode(data + b"=" * (-len(data) % 4))
