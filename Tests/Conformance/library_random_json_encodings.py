import warnings; warnings.simplefilter("ignore")
import random, json, uuid, string, math, base64, hashlib, hmac, binascii, struct, zlib
r = random.Random(42)
print([r.random() for _ in range(3)], r.uniform(1,5), r.randint(1,100), r.randrange(0,100,7), r.choice('abcdef'), r.choices([1,2,3],weights=[1,2,3],k=5), r.choices('ab',cum_weights=[1,3],k=3), r.sample(range(100),5), r.sample('abcdefghij',4))
l=list(range(10)); r.shuffle(l); print(l)
print(r.gauss(0,1), r.normalvariate(0,1), r.expovariate(2), r.betavariate(1,2), r.gammavariate(2,3), r.gammavariate(0.5,1), r.gammavariate(1,1), r.lognormvariate(0,1), r.triangular(0,10,3), r.triangular(), r.paretovariate(3), r.vonmisesvariate(0,4), r.vonmisesvariate(1,0), r.weibullvariate(1,2), r.getrandbits(70), r.getrandbits(5), r.randbytes(7), r.gauss(), r.normalvariate())
for seed in [0, -5, 2**70, 'text', b'bytes', 1.5, None if 0 else 'é', bytearray(b'x')]:
    r.seed(seed); print(repr(seed), r.random(), r.getrandbits(33))
st=r.getstate(); a=r.random(); r.setstate(st); print(a==r.random(), st[0], len(st[1]))
random.seed(7); print(random.random(), random.randint(1,6), random.choice([1,2,3]), random.sample([1,2,3,4],2,counts=[1,1,2,3]), random.SystemRandom().random()<1, 0<=random.SystemRandom().randint(1,3)<=3)
class R(random.Random):
    def random(self): return 0.5
print(R().choice([1,2,3]) in (1,2,3), R(3).uniform(0,2))
for f in [lambda: random.choice([]), lambda: random.randint(5,1), lambda: random.sample([1],5), lambda: random.randrange(0), lambda: random.choices([1],weights=[0]), lambda: random.choices([1,2],weights=[1]), lambda: random.sample({1,2},1), lambda: random.seed([]), lambda: random.randrange(1.5), lambda: random.getrandbits(-1), lambda: random.randrange(1,10,0), lambda: random.choices([],k=1), lambda: random.shuffle((1,2)), lambda: random.randrange(3,3), lambda: random.sample([1,2],-1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d={'a':1,'b':[1,2.5,True,None,'é"\n\u2028'],'c':{'n':{}}, 5:'i', None:0, True:1, 1.5:2}
print(json.dumps(d), json.dumps(d,indent=2), json.dumps(d,ensure_ascii=False), json.dumps({'b':1,'a':2},sort_keys=True), json.dumps([1,2],separators=(',',':')), json.dumps([],indent=1), json.dumps({},indent=1), json.dumps([[],[1]],indent='\t'))
print(json.loads('{"a": [1, 2.0, true, null, "\\u00e9\\ud83d\\ude00"], "b": -1e5, "c": 12345678901234567890}'), json.loads(b'[1]'), json.loads(' "x" '), json.loads('NaN'), json.loads('[Infinity,-Infinity]'))
for bad in ['', '{', '[1,]', '{"a" 1}', '{"a":1,}', '"abc', '[1 2]', 'nul', '{1:2}', '[1]x', '"\t"', '"\\x"', '{"a":}', "\n\n  [1,\n 2,, 3]", '01', '-', '[', '{"a":1', '"\\u12"']:
    try: print(json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), e, e.msg, e.pos, e.lineno, e.colno, e.doc==bad)
for f in [lambda: json.dumps(object), lambda: json.dumps({(1,2):3}), lambda: json.dumps(float('nan'),allow_nan=False), lambda: json.loads(5), lambda: json.dumps({1,2}), lambda: json.dumps(b'x')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
l=[]; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self,o):
        if isinstance(o,set): return sorted(o)
        return super().default(o)
print(json.dumps({'s':{3,1}},cls=E), E(indent=1).encode({'a':{2}}), list(json.JSONEncoder().iterencode([1,{'a':2}])) and ''.join(json.JSONEncoder().iterencode([1,{'a':2}])), json.dumps({'s':{1}},default=list), json.dumps({(1,):1,'a':2},skipkeys=True))
try: json.dumps(object(), cls=E)
except TypeError as e: print(e)
print(json.loads('{"a":1,"b":{"c":2}}',object_hook=lambda d: sorted(d)), json.loads('{"a":1,"a":2}',object_pairs_hook=list), json.loads('[1.5,2]',parse_float=str,parse_int=lambda s:'i'+s), json.loads('[NaN]',parse_constant=lambda c:'c'+c), json.JSONDecoder().decode('[1]'), json.JSONDecoder().raw_decode('{"a":1} tail'), json.JSONDecoder(object_hook=len).decode('{"a":1}'))
import io
f=io.StringIO(); json.dump({'x':[1]},f,indent=1); print(f.getvalue()); f.seek(0); print(json.load(f))
from collections import OrderedDict, namedtuple
from enum import IntEnum
class IE(IntEnum): A=3
print(json.dumps(OrderedDict(a=1)), json.dumps(namedtuple('P','x y')(1,2)), json.dumps(IE.A), json.dumps({IE.A:IE.A}), json.dumps((1,2)), json.dumps(1e100), json.dumps(0.1), json.dumps(10**30), json.dumps('\x00\x7f\ud800'))
u=uuid.UUID('12345678-1234-5678-1234-567812345678'); print(u, repr(u), u.hex, u.int, u.bytes, u.urn, u.version, u.variant, u.fields, u.bytes_le, uuid.uuid3(uuid.NAMESPACE_DNS,'python.org'), uuid.uuid5(uuid.NAMESPACE_URL,'x'), uuid.uuid4().version, uuid.uuid1().version, len(str(uuid.uuid4())), uuid.UUID(int=5), uuid.UUID(bytes=b'0'*16)==uuid.UUID(hex='30'*16), u<uuid.uuid4() or True, hash(u)==hash(u.int))
for f in [lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b''), lambda: setattr(u,'int',1)]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(string.ascii_letters, string.punctuation, repr(string.printable), string.capwords('hello  world x'), string.Template('$a ${b} $$ $c').safe_substitute(a=1,b=2), string.Template('$a-$b').substitute({'a':1},b=2))
for t in ['$', '${x', '$1', '$missing']:
    try: print(string.Template(t).substitute())
    except Exception as e: print(type(e).__name__, e)
print(string.Formatter().format('{0} {a!r:>5} {1[0]} {b.real}', 1, [2], a='x', b=3), list(string.Formatter().parse('a{b:c}{{d}}{e!r}')), string.Template('$x ${y} $x').get_identifiers())
print(base64.b64encode(b'hello\xff\xfe'), base64.urlsafe_b64encode(b'\xff\xfe\xfd'), base64.b64decode('aGVsbG8='), base64.b32encode(b'hello!'), base64.b32decode('NBSWY3DP'), base64.b16encode(b'\xab'), base64.b16decode('AB'), base64.b85encode(b'hello'), base64.b85decode(b'Xk~0{Zv'), base64.a85encode(b'hello\0\0\0\0'), base64.a85decode(b'BOu!rDZ'), base64.encodebytes(b'x'*60), base64.b64encode(b'\xff\xff',altchars=b'-_'), base64.standard_b64decode(b'/w=='), base64.b32hexencode(b'abc'))
for f in [lambda: base64.b64decode('a'), lambda: base64.b64decode('abc'), lambda: base64.b64encode('x'), lambda: base64.b64decode('a!b=',validate=True), lambda: base64.b32decode('x'), lambda: base64.b16decode('zz'), lambda: binascii.unhexlify('abc'), lambda: binascii.unhexlify('zz'), lambda: base64.b64decode('é'), lambda: base64.b85decode('   ')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for n in ['md5','sha1','sha224','sha256','sha384','sha512','sha3_256','blake2b','blake2s']:
    h=hashlib.new(n,b'abc'); print(n,h.hexdigest(),h.digest_size,h.block_size,h.name, getattr(hashlib,n)(b'abc').hexdigest()==h.hexdigest())
print(hashlib.shake_128(b'x').hexdigest(8), hashlib.blake2b(b'x',digest_size=16,key=b'k').hexdigest(), hashlib.pbkdf2_hmac('sha256',b'p',b's',1000).hex(), hashlib.scrypt(b'p',salt=b's',n=16,r=1,p=1).hex()[:20], hmac.new(b'k',b'm','sha256').hexdigest(), hmac.new(b'k'*200,b'm',hashlib.sha1).hexdigest(), hmac.compare_digest('a','a'), hmac.digest(b'k',b'm','md5').hex())
try: hashlib.md5('x')
except TypeError as e: print(e)
try: hashlib.new('nope')
except ValueError as e: print(e)
print(binascii.hexlify(b'ab'), binascii.hexlify(b'abc',':'), binascii.crc32(b'hello'), binascii.crc_hqx(b'x',0), binascii.b2a_base64(b'x'), zlib.crc32(b'a',5), zlib.adler32(b'hello'))
print(struct.pack('<IhbQ?d4sx', 1,-2,3,4,True,1.5,b'ab'), struct.unpack('>Hf', struct.pack('>Hf',7,2.5)), struct.calcsize('bI'), struct.calcsize('=bI'), struct.unpack_from('<H',b'\1\2\3',1), struct.Struct('<2H').unpack(b'\1\0\2\0'), list(struct.iter_unpack('<H',b'\1\0\2\0')), struct.pack('3p',b'abcdef'), struct.unpack('<q',b'\xff'*8), struct.pack('>e',1.5))
for f in [lambda: struct.pack('B',300), lambda: struct.pack('i','x'), lambda: struct.unpack('I',b'1'), lambda: struct.pack('Z',1), lambda: struct.pack('2H',1), lambda: struct.pack('b',-200), lambda: struct.pack('H',-1), lambda: struct.pack('s','x'), lambda: struct.pack('f','x'), lambda: struct.pack('I',2**40), lambda: struct.pack('q',2**70), lambda: struct.unpack_from('I',b'ab',1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
z=zlib.compress(b'hello'*100,9); print(len(z)<50, zlib.decompress(z)==b'hello'*100); c=zlib.compressobj(); x=c.compress(b'abc')+c.flush(); d=zlib.decompressobj(); print(d.decompress(x+b'tail'), d.unused_data, d.eof)
try: zlib.decompress(b'bad')
except zlib.error as e: print(e)
try: zlib.decompress(z[:-5])
except zlib.error as e: print(e)
