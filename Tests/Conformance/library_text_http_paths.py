import textwrap
t = "Hello there -- you goof-ball, use the -b option! What's-his-name said: a--b and self-contained well-known x-y-z 1-2 foo--bar...baz  end.  Next sentence. abcdefghijklmnopqrstuvwxyz0123456789"
for w in (8, 10, 15, 20, 40):
    print(textwrap.wrap(t, w)); print(textwrap.wrap(t, w, break_on_hyphens=False, break_long_words=False)); print(textwrap.wrap(t,w,fix_sentence_endings=True,initial_indent='* ',subsequent_indent='  '))
print(textwrap.shorten(t, 40), textwrap.shorten(t,30,placeholder='...'), textwrap.wrap(t,30,max_lines=2))
print(repr(textwrap.dedent("  a\n    b\n\n  c")), repr(textwrap.indent("a\n\nb", '> ')), textwrap.fill('x y z', 3))
try: textwrap.wrap('a', 0)
except ValueError as e: print(e)
from http import HTTPStatus, HTTPMethod
print(HTTPStatus(404), HTTPStatus.NOT_FOUND.phrase, HTTPStatus.NOT_FOUND.description, repr(HTTPStatus.OK), HTTPStatus.OK==200, len(HTTPStatus), f'{HTTPStatus.OK}', HTTPStatus['CREATED'].value, HTTPStatus.OK.name, repr(HTTPMethod.GET), HTTPMethod.GET)
import http.client
print(http.client.responses[404], http.client.OK, http.client.HTTPException('x'))
from http.cookies import SimpleCookie, CookieError
c=SimpleCookie(); c['a']='1'; c['b']='x y;"'; c['a']['path']='/'; c['a']['httponly']=True; c['a']['max-age']=5; print(c); print(repr(c), c['b'].value, c['b'].coded_value)
c2=SimpleCookie('k=v; Path=/; Secure; q="a b\\"c"; Expires=Wed, 09 Jun 2021 10:18:14 GMT'); print(sorted(c2.items()), c2['k'].OutputString(), c2['q'].value)
try: c['bad key']='x'
except CookieError as e: print(e)
import warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always'); warnings.warn('hi'); warnings.warn('dep', DeprecationWarning); print([(str(w.message), w.category.__name__) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('boom', RuntimeWarning)
    except RuntimeWarning as e: print('raised', e)
from pathlib import Path, PurePath, PurePosixPath
p=Path('/a/b/../c.tar.gz'); print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(p.parents), p.with_suffix('.x'), p.with_name('q'), p/'d', '/z'/p, p.is_absolute(), p.anchor, p.as_uri(), Path('a')/'b'/'/c', Path(), Path('a//b/./c'), Path('x')==Path('x'), Path('a')<Path('b'), hash(Path('a'))==hash(Path('a')))
print(p.relative_to('/a'), p.match('*.gz'), p.match('c*'), PurePath('a.py').match('*.py'), Path('a').joinpath('b','c'), p.is_relative_to('/a'), Path('.hid').suffix, Path('a.').suffix)
for f in [lambda: p.relative_to('/q'), lambda: Path('/').with_name('x'), lambda: p.with_suffix('x'), lambda: Path(5), lambda: Path('nope_x').read_text()]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
d=Path('/tmp/_kat_dir'); d.mkdir(exist_ok=True); (d/'a.txt').write_text('hi\n'); (d/'s').mkdir(exist_ok=True); (d/'s'/'b.txt').write_bytes(b'xx')
print(sorted(x.name for x in d.iterdir()), sorted(map(str,d.glob('*.txt'))), sorted(map(str,d.rglob('*.txt'))), sorted(map(str,d.glob('**/*.txt'))), (d/'a.txt').read_text(), (d/'a.txt').stat().st_size, d.is_dir(), (d/'a.txt').exists(), (d/'a.txt').is_file())
import os, glob, shutil, fnmatch
print(sorted(os.listdir(d)), sorted(glob.glob('/tmp/_kat_dir/*')), sorted(glob.glob('/tmp/_kat_dir/**', recursive=True)), [(r[14:],sorted(a),sorted(b)) for r,a,b in os.walk('/tmp/_kat_dir')])
try: d.mkdir()
except FileExistsError as e: print(e)
try: os.rmdir(d)
except OSError as e: print(type(e).__name__, e.errno)
shutil.copy(d/'a.txt', d/'c.txt'); print((d/'c.txt').read_text()); shutil.rmtree(d); print(d.exists())
print(fnmatch.fnmatch('a.py','*.py'), fnmatch.filter(['a','b1','b2'],'b[12]'), fnmatch.fnmatch('x','[!a]'), fnmatch.translate('*.t?t[!a]'))
print(os.path.join('a','b','/c','d'), os.path.split('/a/b'), os.path.splitext('a.b.c'), os.path.relpath('/a/b','/a/c'), os.path.commonpath(['/a/b','/a/c']), os.path.commonprefix(['abc','abd']), os.path.normpath('a/../../b'), os.path.basename('/x/y'), os.path.dirname('/x/y'), os.path.isabs('x'), os.path.expandvars('$HOME') == os.environ['HOME'])
os.environ['KX']='v'; print(os.getenv('KX'), os.environ.get('nope','d'), 'KX' in os.environ)
try: os.environ['KX']=5
except TypeError as e: print(e)
try: os.environ['nope_q']
except KeyError as e: print(e)
print(os.sep, os.linesep, os.name, os.curdir)
