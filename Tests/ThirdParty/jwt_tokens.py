import jwt, sys, datetime, time
print(jwt.encode({"a": 1, "sub": "x"}, "secret" * 6, algorithm="HS256"))
for a in ("HS256", "HS384", "HS512"): print(jwt.encode({"b": "ü", "exp": datetime.datetime(2030, 1, 1)}, "k" * 64, algorithm=a, headers={"kid": "1"}))
# Keys made for this test alone.
R = """-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDTszjjI3Fr8+km
529yJzV5dpz4MqCqxxPerSJxc4aoq68hEBGHvfRxniOyYkoR0tcZZ581WsSPDMXr
XTJp4Kl7Q9BgA0q6m5CwgKWq/nB3f0CAzGSSSXaiavUVSgj9PoOhobfDPlNNElhn
kHJ/nI7gta5/ZUDHw68BDo9F7MEz6xLmXJZ0EsqBnGSaLxNIgLl3n57ARqaYmFS4
/OqKNUlZSF4XT0JXvh+fFvXM+9kRDUIKqZoXhbemUCfrVgB7E1YgcJdJrEYq8DjN
90V1tLbs3r3wLM6P3I6fMPKC+T1sk/5N+8ZwQsOeZOCoutjAJ2Sxo1jvqZ1EdppF
VSude+W9AgMBAAECggEAAi/ML+GksSG4s0K5odNG9Mb702V+FHcdEBQ32M+oB0bk
tqgqYjC2w6Ct5WpCy4EJYNumgMzVkgiAZKnwOuwLtbhk2kUJop7rC71JPzIRhwgQ
HY4SIN+0Fo5Mk0h4cMzSdVsAB+FO+qrfyzJ3BRuHIn0sVptwMJzasMP0SQIRzQYF
CAFJM7r+NrfPOO8JLcSRDO242VTGTItk5F8nrwaMotHBmlStrbomc1zgwWrWuy/W
e2pHORklmvrDpk+ufR9jn76V8mklSHuzxZCubLmgUzyEpgAb2F2W2i28eFXBqwCu
zg9Dj4kLLCsm5AG3uucMM8v1MxBOHXgbe6rtV29A2QKBgQDplu9odMroQPEkcks8
aZxT0JGVyHV63LHDI4jj9IEHown/v+mlkXjeg+ddmlbZoEVp4rmEDxAj3npJjCVO
Hw1AXdDTN3aBec+FrkHG5MwPayW9zot9oK2KRkgBcORrKC9SvAbW3gKs7suW/U+e
0L8DkYjO5Z8Irt1H5s6HmVxmyQKBgQDoAqvIUiOU/S0it9YIEZsofGOaj5+LQG6L
KvtBkTXZnUmcTxWWuMJSjb2ghO+Nz4XsN3Uq3CsdZ4cfjuJXLo68oe2KBhyMA0CO
8hT8P1Gm+PYPr5daZe8UxZlzlj2WLEjo7jjsKwcwwYO/aJf36ySSf0jPMqLDQoat
Ym+lCGEdVQKBgAqjpknir+8+Lf2T+xtIUCd9I3RoCfnLnYke0DhZxZq8cVMlwZWZ
96Bi76HSysvkweSdwAdkzD5l/rnk2Toire7VlxJXv10MWEhldHeDqku1fKWVh8L0
E5Ntug/evXin/ufMyp70w7hus/UvmnXIWjrmYQ3TZZf2pvuEZrnEYXIJAoGAZgCO
n7KlHCK3DlV+juuWqJUPgWt1fFZmg17xOiFqaHNDYqpOVoaCQKM6ZHEtlM5RFcpI
BADqH7JdcN1z21qHvJ0Afzcyo8fmQTJjUYdREbTREZJkW4UHOL2rOmsqRnTP1UCu
2/4K2j+p+aQ1c/T4jkPRse6UKn58EYx+gzMM50UCgYEA5F4g7Sim0m42a2UKoSKM
usCCNEVIpVvpFEaG5F4Kx7Wu9McKKDzkBCogGJhhXgTG4o/xpnaI7ss9f23WIiWm
XcEN5S2a5Qm6PP0ptcdYsGPFnb61lewt4i1PHAiai0iWoJHbn/5nS2JCkaWXHhPk
q0URipi6ttTS0a7YuhmGH9Y=
-----END PRIVATE KEY-----
"""
RP = """-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA07M44yNxa/PpJudvcic1
eXac+DKgqscT3q0icXOGqKuvIRARh730cZ4jsmJKEdLXGWefNVrEjwzF610yaeCp
e0PQYANKupuQsIClqv5wd39AgMxkkkl2omr1FUoI/T6DoaG3wz5TTRJYZ5Byf5yO
4LWuf2VAx8OvAQ6PRezBM+sS5lyWdBLKgZxkmi8TSIC5d5+ewEammJhUuPzqijVJ
WUheF09CV74fnxb1zPvZEQ1CCqmaF4W3plAn61YAexNWIHCXSaxGKvA4zfdFdbS2
7N698CzOj9yOnzDygvk9bJP+TfvGcELDnmTgqLrYwCdksaNY76mdRHaaRVUrnXvl
vQIDAQAB
-----END PUBLIC KEY-----
"""
E = """-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIJIbXpPf0klyR2KK7A/K8JlCroSIPuLsQVwBiuMwCOCvoAoGCCqGSM49
AwEHoUQDQgAEIu/P0UyHDnkSrA8zITw2fS7rtq43hwmJJ/9Z+/q5yLipvWiksuZU
tI3Lxf9t8LlEQ3v03x1Y2kvxUfC524Cnrg==
-----END EC PRIVATE KEY-----
"""
EP = """-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEIu/P0UyHDnkSrA8zITw2fS7rtq43
hwmJJ/9Z+/q5yLipvWiksuZUtI3Lxf9t8LlEQ3v03x1Y2kvxUfC524Cnrg==
-----END PUBLIC KEY-----
"""
ED = """-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIEqjq3ZmVIhwcmQvBSO7sVJJlQHBWEWXKFcs0C5F6Xo4
-----END PRIVATE KEY-----
"""
EDP = """-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAQ83rh7IOJzpiln3JRM81e5a6bQe+2W1qHpk4eSDbo/I=
-----END PUBLIC KEY-----
"""
print(jwt.encode({"x": 1}, R, algorithm="RS256"))
for a, k, p in (("RS256", R, RP), ("RS512", R, RP), ("PS256", R, RP), ("ES256", E, EP), ("EdDSA", ED, EDP)):
    t = jwt.encode({"x": 1}, k, algorithm=a); print(jwt.decode(t, p, algorithms=[a]))
    if len(sys.argv) > 1: print(t)
t = jwt.encode({"exp": 1}, "k" * 32)
s = jwt.encode({"aud": "me", "iss": "you", "nbf": time.time() + 100}, "k" * 32)
u = jwt.encode({"aud": ["me", "x"], "iss": "you"}, "k" * 32)
def tr(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
k = "k" * 32
tr(lambda: jwt.decode(t, k, algorithms=["HS256"])); tr(lambda: jwt.decode(t, "no" * 16, algorithms=["HS256"])); tr(lambda: jwt.decode(t, k)); tr(lambda: jwt.decode("a.b", k, algorithms=["HS256"])); tr(lambda: jwt.decode("abc", k, algorithms=["HS256"]))
tr(lambda: jwt.decode(t, k, algorithms=["HS512"])); tr(lambda: jwt.decode(t, options={"verify_signature": False})); tr(lambda: jwt.decode(s, k, algorithms=["HS256"])); tr(lambda: jwt.decode(u, k, algorithms=["HS256"])); tr(lambda: jwt.decode(u, k, algorithms=["HS256"], audience="me"))
tr(lambda: jwt.decode(u, k, algorithms=["HS256"], audience="z")); tr(lambda: jwt.decode(u, k, algorithms=["HS256"], audience="me", issuer="z")); tr(lambda: jwt.decode(u, k, algorithms=["HS256"], audience="me", options={"require": ["exp"]}))
tr(lambda: jwt.get_unverified_header(u)); tr(lambda: jwt.encode([1], k)); tr(lambda: jwt.encode({}, RP, "HS256")); tr(lambda: jwt.encode({}, k, "XX")); tr(lambda: jwt.decode(t, k, algorithms=["HS256"], leeway=10**12)); tr(lambda: jwt.decode("a.b.c", k, algorithms=["HS256"])); tr(lambda: jwt.encode({"sub": 5}, k)); tr(lambda: jwt.decode(jwt.encode({"sub": 5}, k), k, algorithms=["HS256"]))
