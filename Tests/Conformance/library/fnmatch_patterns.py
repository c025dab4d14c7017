"""Patterns of file names."""
import fnmatch, random, mimetypes
R=random.Random(3)
for p in ['[d-b]','[!d-b]','[a-cz-x]','[-a]','[a-]','[--0]','[]a]','[!]a]','[^a]','[a-b-c]','[\\]','[[]','[&&~~||]','a*b*c','*','**','*a','a*','','?*','[a-z]*','[!a-z-9]','[z-a-b]','[','[!','[]','[!]','a**b','*a**','[a','é?.txt','[]-a]']: print(p, fnmatch.translate(p))
for i in range(800):
    n=''.join(R.choice('abc-].![^\n') for _ in range(R.randint(0,6))); p=''.join(R.choice('abc*?[]!-^.') for _ in range(R.randint(0,7)))
    try: print(repr(n),repr(p),fnmatch.fnmatchcase(n,p), fnmatch.translate(p))
    except Exception as e: print(p, type(e).__name__, e)
print(fnmatch.fnmatch('a'*3000+'b', '*a'*20+'c'), fnmatch.filter(['a.py','b.txt','c.py'],'*.py'), fnmatch.fnmatch(b'ab',b'a?'))
