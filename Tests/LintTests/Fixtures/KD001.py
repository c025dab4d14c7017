def index(user)  # bad
    user.client.get("/")


x = = 1  # bad: 5
y = 2
if y  # bad
    pass
