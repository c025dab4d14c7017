from urllib3.util import Retry, Timeout
