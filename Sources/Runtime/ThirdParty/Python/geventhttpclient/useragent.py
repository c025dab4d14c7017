from locust.contrib.fasthttp import (
    BadStatusCode, ConnectionError, EmptyResponse, RetriesExceeded, UnsupportedRedirectSchemeError,
)
