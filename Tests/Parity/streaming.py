from parity import Once


class Streams(Once):
    def act(self):
        response = self.client.get("/stream/3", stream=True)
        print([len(line) > 2 for line in response.iter_lines()])
        response = self.client.get("/bytes/1000", stream=True, name="bytes")
        print([len(piece) for piece in response.iter_content(400)])
        with self.client.get("/stream/2", stream=True, catch_response=True, name="caught") as response:
            print(len(list(response.iter_lines(decode_unicode=True))))
        print(self.client.get("/gzip").headers.get("Content-Encoding"), self.client.get("/deflate").text[:1])
        print(len(self.client.get("/chunked?chunks=3&size=7").content))
        response = self.client.get("/json", stream=True, name="raw")
        print(response.raw.read(1))
        response.close()
