import sys
print(sys.version_info[:2], sys.version_info >= (3,8), sys.version_info.major, sys.maxsize, sys.platform, sys.byteorder, sys.argv[1:], sys.getrecursionlimit(), sys.float_info.max, sys.float_info.epsilon, sys.int_info.bits_per_digit, sys.maxunicode, sys.getdefaultencoding(), sys.getfilesystemencoding(), 'os' in sys.modules or True, type(sys.path), sys.hexversion>>24, sys.implementation.name!='', sys.intern('a'), sys.exc_info(), callable(sys.exit))
sys.stdout.write('out\n'); sys.stdout.flush(); sys.stdout.writelines(['a','b\n']); print(sys.stdout.name, sys.stdout.encoding, sys.stdout.isatty(), sys.stdout.mode, sys.stderr.name, sys.stdout.closed, file=sys.stdout)
import io
old=sys.stdout; sys.stdout=io.StringIO(); print('captured'); got=sys.stdout.getvalue(); sys.stdout=old; print(repr(got))
try: sys.exit(3)
except SystemExit as e: print(e.code, repr(e))
try: sys.exit('msg')
except SystemExit as e: print(e.code)
