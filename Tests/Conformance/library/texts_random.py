"""Tables, words, URLs and configurations of random characters."""
import csv, io, random, configparser, html, string, pprint, urllib.parse as up, base64, shlex
R=random.Random(7)
def rs(n=12, chars='ab"\',; \t\n\\%=:[]#é&<>/?+'): return ''.join(R.choice(chars) for _ in range(R.randint(0,n)))
for i in range(100):
    row=[rs() for _ in range(R.randint(1,4))]
    k={}
    if R.random()<.5: k['delimiter']=R.choice(',;\t|')
    if R.random()<.5: k['quoting']=R.choice([0,1,2,3])
    if R.random()<.3: k['escapechar']='\\'
    if R.random()<.3: k['doublequote']=False
    if R.random()<.3: k['skipinitialspace']=True
    try:
        s=io.StringIO(); csv.writer(s,**k).writerow(row); print(repr(s.getvalue()))
        print(list(csv.reader(io.StringIO(s.getvalue()),**k)))
    except Exception as e: print(type(e).__name__, e)
for i in range(100):
    t=rs(20)
    try: print(shlex.split(t))
    except ValueError as e: print(e)
    print(shlex.quote(t), html.escape(t), html.unescape(t), up.quote(t), up.quote_plus(t), up.unquote_plus(t))
    for f in (up.urlsplit, up.urlparse, up.parse_qsl, up.urldefrag):
        try: print(f(t))
        except Exception as e: print(type(e).__name__, e)
    try: print(up.urljoin('http://a/b/c/d;p?q#f', t))
    except Exception as e: print(type(e).__name__, e)
    print(pprint.pformat({t:[t,(t,{t})]}, width=R.choice([10,40,80])))
for i in range(100):
    t='\n'.join(R.choice(['[s%d]'%R.randint(0,3),'a = %s'%rs(), 'b: %s'%rs(6), ' continued','# c','; d','','key','e=%(a)s','[DEFAULT]']) for _ in range(R.randint(1,8)))
    for cls in (configparser.ConfigParser, configparser.RawConfigParser):
        p=cls(allow_no_value=R.random()<.5, strict=R.random()<.5)
        try:
            p.read_string(t); 
            for s in p.sections(): print(s, dict(p[s]))
            o=io.StringIO(); p.write(o); print(repr(o.getvalue()))
        except Exception as e: print(type(e).__name__, str(e))
