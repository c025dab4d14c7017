import jwt
import requests
from requests.cookies import CookieConflictError, RequestsCookieJar
from requests.utils import dict_from_cookiejar, guess_json_utf, is_ipv4_address, iter_slices, parse_dict_header, parse_list_header, super_len


def t(act):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)


jar = RequestsCookieJar()
jar.set("a", "1", domain="d", path="/p")
jar["b"] = "2"
jar.set("c", "3", domain="e")
print(jar.get_dict(), jar.get_dict(domain="d"), jar.get_dict(domain="d", path="/p"), jar.get_dict("z"), jar.multiple_domains(), dict_from_cookiejar(jar))
jar.set("a", "4", domain="e")
print(jar.multiple_domains(), "a" in jar, jar.get("a", domain="e"), issubclass(CookieConflictError, RuntimeError))
for act in (lambda: jar["a"], lambda: jar.get("a"), lambda: jar.get("zz", 5), lambda: jar["zz"], lambda: jar.pop("b"), lambda: jar.pop("b", 7), lambda: jar.pop("b"),
            lambda: jar.setdefault("n", "v"), lambda: jar.setdefault("n", "w"), lambda: sorted(jar.keys())):
    t(act)
print(dict(requests.structures.CaseInsensitiveDict({"Ab": 1}).lower_items()))
print(super_len("é"), super_len(b"abc"), guess_json_utf(b'{"a":1}'), guess_json_utf('{"a":1}'.encode("utf-16-le")), is_ipv4_address("1.2.3.4"), is_ipv4_address("1.2.3"),
      parse_dict_header('a=1, b="c, d", e'), parse_list_header('a, "b c", d'), list(iter_slices("abcde", 2)))

key = "secretsecretsecretsecretsecretse"
token = jwt.encode({"iss": "i"}, key)
none = jwt.encode({"a": 1}, None, algorithm="none")
for act in (lambda: jwt.decode(token, key, algorithms=["HS256"], issuer=5), lambda: jwt.encode({"a": 1}, ""), lambda: jwt.encode({"a": 1}, 5),
            lambda: jwt.decode(none, key, algorithms=["none"]), lambda: jwt.decode(token, algorithms=["HS256"]), lambda: jwt.decode(token, key, algorithms=["HS256"], issuer={"i"})):
    t(act)

exec("import bs4, dateutil.easter\nprint(bs4.BeautifulSoup('<p>x', 'html.parser').p, dateutil.easter.easter(2020))")
