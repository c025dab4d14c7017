from _refusals import refuser as _refuser
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout

__getattr__ = _refuser(__name__)
