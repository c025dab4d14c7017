import errno, signal, atexit, getpass, platform, socket, ssl, weakref, gc, contextvars, codecs, unicodedata, numbers, os
print(errno.ENOENT, errno.errorcode[13], os.strerror(2), signal.SIGINT, repr(signal.SIGTERM), signal.Signals(9).name, signal.strsignal(11), getpass.getuser()==os.environ.get('USER',getpass.getuser()), platform.system(), socket.gethostname()==platform.node(), socket.AF_INET==2, ssl.CERT_NONE==0, issubclass(ssl.SSLError,OSError))
class C: pass
c=C(); r=weakref.ref(c); print(r() is c, weakref.WeakSet([c]).__len__(), weakref.proxy(c).__class__.__name__ in ('C','ProxyType'))
gc.collect(); print(gc.isenabled())
v=contextvars.ContextVar('v',default=1); t=v.set(2); print(v.get()); v.reset(t); print(v.get()); ctx=contextvars.copy_context(); print(ctx.run(lambda: (v.set(9), v.get())[1]), v.get())
print(codecs.encode('abc','rot13'), codecs.decode(b'6162','hex'), codecs.encode(b'x','base64'), codecs.lookup('utf8').name, codecs.BOM_UTF8, codecs.getdecoder('utf-8')(b'a'), list(codecs.iterdecode([b'\xc3',b'\xa9'],'utf-8')))
for ch in 'aA1 é\u4e00-_$\u0301½':
    print(repr(ch), unicodedata.category(ch), unicodedata.name(ch,'?'), unicodedata.combining(ch), unicodedata.numeric(ch,None), unicodedata.digit(ch,None))
print(unicodedata.normalize('NFD','é')==('e\u0301'), unicodedata.normalize('NFC','e\u0301')=='é', unicodedata.normalize('NFKC','ﬁ½'), unicodedata.normalize('NFKD','é').encode('ascii','ignore'), unicodedata.is_normalized('NFC','é'), unicodedata.lookup('LATIN SMALL LETTER A'))
print(isinstance(1,numbers.Integral), isinstance(1.5,numbers.Real), isinstance(True,numbers.Number), isinstance('x',numbers.Number), issubclass(int,numbers.Rational))
for f in [lambda: unicodedata.name('\n'), lambda: unicodedata.normalize('X','a'), lambda: unicodedata.category('ab'), lambda: codecs.lookup('nope')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
atexit.register(print,'bye',1); atexit.register(lambda: print('last first'))
