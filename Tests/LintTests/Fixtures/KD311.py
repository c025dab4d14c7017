from locust import HttpUser, events, task


class A(HttpUser):
    @task
    def a(self):
        print("a")  # bad: 9
        for i in range(3):
            print(i)  # bad: 13

    def on_start(self):
        print("start")


@events.quitting.add_listener
def quitting(**kwargs):
    print("quit")
