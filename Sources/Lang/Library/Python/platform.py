"""What the machine runs."""
import _katydid
from collections import namedtuple as _namedtuple

_names = _katydid.system_name()
uname_result = _namedtuple("uname_result", "system node release version machine", module="platform")


def uname():
    return uname_result(*_names)


def system():
    return _names[0]


def node():
    return _names[1]


def release():
    return _names[2]


def version():
    return _names[3]


def machine():
    return _names[4]


def processor():
    return ""


def platform(aliased=False, terse=False):
    return "%s-%s-%s" % (_names[0], _names[2], _names[4])


def architecture(executable=None, bits="", linkage=""):
    return "64bit", "ELF"


def python_version():
    return "3.11.0"


def python_version_tuple():
    return "3", "11", "0"


def python_implementation():
    return "Katydid"


def python_compiler():
    return "Swift"


def python_build():
    return "", ""


def python_branch():
    return ""


def python_revision():
    return ""


def libc_ver(executable=None, lib="", version="", chunksize=0):
    return "glibc", ""


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
    return release, vendor, vminfo, osinfo


def win32_edition():
    return None


def win32_is_iot():
    return False


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype
