from urllib3 import PoolManager, Retry, Timeout, disable_warnings, exceptions, util
