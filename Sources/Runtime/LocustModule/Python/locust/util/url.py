from urllib.parse import urlparse


def is_url(url):
    try:
        parts = urlparse(url)
    except ValueError:
        return False
    return parts.scheme in ("https", "http") and bool(parts.netloc)
