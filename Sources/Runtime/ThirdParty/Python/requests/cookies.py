from _refusals import refuser as _refuser
from _requests import CookieConflictError, RequestsCookieJar


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    if cookiejar is None:
        cookiejar = RequestsCookieJar()
    if cookie_dict is not None:
        known = list(cookiejar.keys())
        for name in cookie_dict:
            if overwrite or name not in known:
                cookiejar.set(name, cookie_dict[name])
    return cookiejar


def add_dict_to_cookiejar(cookiejar, cookie_dict):
    return cookiejar_from_dict(cookie_dict, cookiejar)


def merge_cookies(cookiejar, cookies):
    if isinstance(cookies, dict):
        return cookiejar_from_dict(cookies, cookiejar, overwrite=False)
    cookiejar.update(cookies)
    return cookiejar


__getattr__ = _refuser(__name__)
