"""Cookies, paths and XML of random characters."""
import http.cookies as hc, random, mimetypes, fnmatch, pathlib, os.path, re, string, uuid, xml.etree.ElementTree as ET, copy, itertools, collections, base64, binascii, struct, hashlib, hmac, zlib, gzip, io
R=random.Random(17)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:150])
def rs(n=10,chars='ab=;,"\\ /.*?[]!-_%éx0:'): return ''.join(R.choice(chars) for _ in range(R.randint(0,n)))
for i in range(120):
    a,b=rs(),rs()
    def ck():
        c=hc.SimpleCookie(); c.load(a+'='+b+'; k="'+rs(5)+'"; Path=/; HttpOnly'); return c.output(), sorted((k,v.value,v.coded_value) for k,v in c.items())
    t(ck); t(lambda: hc._quote(a)); t(lambda: hc._unquote('"%s"'%a))
    def ck2():
        c=hc.SimpleCookie(); c['k']=a; c['k']['path']=b; c['k']['secure']=True; return c['k'].OutputString()
    t(ck2)
    for f in (lambda: fnmatch.fnmatch(a,b), lambda: fnmatch.translate(b), lambda: os.path.normpath(a), lambda: os.path.split(a), lambda: os.path.splitext(a), lambda: os.path.join(a,b), lambda: os.path.commonprefix([a,b]), lambda: os.path.basename(a), lambda: os.path.dirname(a), lambda: os.path.relpath('/'+a,'/'+b), lambda: os.path.commonpath(['/'+a,'/'+b])): t(f)
    for f in (lambda: pathlib.PurePosixPath(a), lambda: pathlib.PurePosixPath(a,b), lambda: pathlib.PurePosixPath(a).parts, lambda: pathlib.PurePosixPath(a).name, lambda: pathlib.PurePosixPath(a).suffixes, lambda: pathlib.PurePosixPath(a).stem, lambda: pathlib.PurePosixPath(a).parent, lambda: list(pathlib.PurePosixPath(a).parents), lambda: pathlib.PurePosixPath(a)/b, lambda: pathlib.PurePosixPath('/'+a).relative_to('/'), lambda: pathlib.PurePosixPath(a).with_suffix('.t'), lambda: pathlib.PurePosixPath(a).with_name('n'), lambda: pathlib.PurePosixPath(a).match(b), lambda: pathlib.PurePosixPath('/'+a).as_uri(), lambda: pathlib.PurePosixPath(a).is_relative_to(b), lambda: pathlib.PurePosixPath(a)<pathlib.PurePosixPath(b)): t(f)
    t(lambda: mimetypes.guess_type(a+R.choice(['.html','.tar.gz','.json','.PNG',''])))
for i in range(60):
    def el(d):
        x=ET.Element(R.choice(['a','b','{u}c','p:q']),{R.choice(['k','{v}w']):rs(4,'a<&">\n é') for _ in range(R.randint(0,2))}); x.text=R.choice([None,rs(5,'a<&> \né')]); x.tail=R.choice([None,rs(3,'x &')])
        if d: x.extend(el(d-1) for _ in range(R.randint(0,3)))
        return x
    e=el(3)
    t(lambda: ET.tostring(e,encoding='unicode')); t(lambda: ET.tostring(e)); t(lambda: [(x.tag,x.attrib,x.text,x.tail) for x in e.iter()]); t(lambda: [x.tag for x in e.findall(R.choice(['a','.//b','*','a/b','.//a[@k]','./a[1]','.//{u}c','a[b]',"a[@k='a']",'..','.']))]); t(lambda: e.findtext('a','none')); t(lambda: (ET.indent(e), ET.tostring(e,encoding='unicode'))[1]); t(lambda: ET.tostring(e,short_empty_elements=False,method=R.choice(['xml','html','text'])))
    s=R.choice(['<a>','<a></b>','<a b=1/>','<a b="1" b="2"/>','<a>&x;</a>','<a>&#65;&lt;</a>','<?xml version="1.0"?><r><!-- c --><![CDATA[<x>]]></r>','<a xmlns="u" xmlns:p="v"><p:b p:c="d"/></a>','<a/>x','','  <a/>','<a>\x01</a>','<a><?pi x?></a>','<!DOCTYPE a><a/>','<a b=\'"\'/>','<p:a/>'])
    t(lambda: ET.tostring(ET.fromstring(s),encoding='unicode'))
