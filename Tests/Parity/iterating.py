from parity import Once


class Iterating(Once):
    def act(self):
        r = self.client.get("/stream/3")
        print(len(list(r.iter_lines())), sum(len(c) for c in r.iter_content(10)) == len(r.content))
        with self.client.get("/stream/3", stream=True, catch_response=True, name="streamed") as r:
            print(len([line for line in r.iter_lines()]))
        print(len(self.client.get("/chunked?chunks=3&size=7", name="chunked").content))
        print(len(self.client.get("/gzip").text) > 0, len(self.client.get("/deflate").text) > 0)
