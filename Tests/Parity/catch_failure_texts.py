from parity import Once


class Texts(Once):
    def act(self):
        for text in ("it's", 'say "no"', "a\\b", "\u00e4\u20ac", "", 7, None, ValueError("an exception"), ["list"], "<object at 0x7f00>"):
            with self.client.get("/json", catch_response=True) as response:
                response.failure(text)
