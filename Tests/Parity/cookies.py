from parity import Once


class Cookies(Once):
    def act(self):
        self.client.get("/cookies/set?flavour=ginger&size=2", name="set")
        print(sorted(self.client.cookies.get_dict().items()))
        print(self.client.cookies["flavour"], self.client.cookies.get("none"))
        print(self.client.get("/cookies").status_code)
        self.client.get("/cookies", cookies={"own": "1"})
        self.client.cookies.clear()
        print(len(self.client.cookies))
        self.client.cookies.set("made", "here")
        print("made" in self.client.cookies.get_dict())
