import base64
import io
import os
import random

from locust import FastHttpUser, HttpUser, constant, task

FOLDER = os.path.dirname(os.path.abspath(__file__))
IMAGES = []
for name in ("a.png", "b.png"):
    path = os.path.join(FOLDER, "images", name)
    if os.path.exists(path):
        with open(path, "rb") as f:
            IMAGES.append((name, f.read()))
if not IMAGES:
    IMAGES = [("empty.png", b"\x89PNG\r\n")]


class Uploader(HttpUser):
    wait_time = constant(1)

    @task
    def multipart(self):
        name, content = random.choice(IMAGES)
        files = {"image": (name, content, "image/png")}
        with self.client.post("/upload", files=files, data={"note": "test"}, catch_response=True) as response:
            if response.status_code == 413:
                response.success()
            elif response.ok:
                response.success()
            else:
                response.failure("upload failed with " + str(response.status_code))

    @task
    def encoded(self):
        name, content = IMAGES[0]
        self.client.post("/upload64", json={"name": name, "data": base64.b64encode(content).decode("ascii")})

    @task
    def stream(self):
        buffer = io.BytesIO(IMAGES[-1][1])
        self.client.put("/raw", data=buffer.getvalue(), headers={"Content-Type": "application/octet-stream"})


class Downloader(FastHttpUser):
    wait_time = constant(2)
    connection_timeout = 10.0
    network_timeout = 30.0

    @task
    def file(self):
        with self.client.get("/file", catch_response=True, stream=False) as response:
            if len(response.content or b"") < 10:
                response.failure("too short")
