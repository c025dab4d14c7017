import random
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlparse

from locust import HttpUser, between, task

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            for key, value in attrs:
                if key == "href" and value:
                    self.found.append(value)


class Crawler(HttpUser):
    wait_time = between(3, 8)

    def on_start(self):
        self.links = ["/"]
        page = self.client.get("/login")
        match = TOKEN.search(page.text)
        token = match.group(1) if match else ""
        self.client.post("/login", data={"csrf_token": token, "user": "u", "password": "p"}, allow_redirects=False)

    @task
    def follow(self):
        link = random.choice(self.links)
        response = self.client.get(link, name="page")
        parser = Links()
        parser.feed(response.text)
        own = urlparse(response.url).netloc
        absolute = [urljoin(response.url, found) for found in parser.found]
        self.links = [url for url in absolute if urlparse(url).netloc == own] or ["/"]
