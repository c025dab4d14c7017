from locust.contrib.fasthttp import HTTPConnectionClosed
