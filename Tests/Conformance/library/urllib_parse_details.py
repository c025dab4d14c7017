"""Encodings, brackets and odd arguments of urllib.parse."""
import warnings
warnings.simplefilter("ignore")
import urllib.parse as p
for u in ['http://[::1]/','http://[v1.a]/','http://[1.2.3.4]/','http://[zz]/','http://[::1%25en]/','http://x[::1]/','http://[::1]x/','http://[v.a]','http://[]','http://[1:2]','http://[1:2:3:4:5:6:7:8]','http://[::ffff:1.2.3.4]','http://\u2100.com','http://ex\u2100mple.com','http://[','http://]','http://[:::1]','http://[1::2::3]','http://[12345::]','http://[1:2:3:4:5:6:7::]','http://[1::3:4:5:6:7:8]','http://[1.2.3.4::]','http://[::1.2.3]', 'http://é.com/ü?ß']:
    try: print(u, p.urlsplit(u))
    except ValueError as e: print(u, e)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for f in [lambda: p.quote('é',encoding='latin-1'), lambda: p.quote('é ł',encoding='ascii',errors='replace'), lambda: p.quote(b'a',encoding='utf-8'), lambda: p.quote(b'a',errors='x'), lambda: p.quote([]), lambda: p.quote(bytearray(b'\xff/')), lambda: p.quote('a/b',safe=b''), lambda: p.quote('a/b',safe=''), lambda: p.quote_plus('a b/é',encoding='latin-1'), lambda: p.quote_plus('a+b c','+'), lambda: p.quote(None), lambda: p.quote(5), lambda: p.unquote('%E9ł%E9','latin-1'), lambda: p.unquote('%E9'), lambda: p.unquote('%E9',errors='ignore'), lambda: p.unquote('é%C3%A9'), lambda: p.unquote_plus('a+%E9','latin-1'), lambda: p.parse_qs('key=\u0141%E9','latin-1'), lambda: p.parse_qs('key=\u0141%E9',encoding='latin-1'), lambda: p.urlencode({'a':'é'},encoding='latin-1'), lambda: p.urlencode({'a':['é','ł']},True,encoding='ascii',errors='replace'), lambda: p.urlencode([('a',b'\xe9')]), lambda: p.unquote(b'%41'), lambda: p.unquote(5), lambda: p.unquote(None), lambda: p.quote(''), lambda: p.quote('~a.b-c_d'), lambda: p.unquote('%zz%'), lambda: p.splittype('a:b') , lambda: p.splithost('//h?q'), lambda: p.splitport('h:'), lambda: p.splitnport('h:x'), lambda: p.splitattr('a;b=1;c'), lambda: p.nope, lambda: p.quote('a', None), lambda: p.quote_from_bytes(b'a b'), lambda: p.quote_from_bytes('x'), lambda: p.urlencode({'a':None,'b':True,'c':1.5})]: t(f)
