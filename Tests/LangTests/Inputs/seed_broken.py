from locust import HttpLocust, TaskSet, between
import random

def index(l):
    indexstr = "/index.html?ok=" + str(random.random())
    l.client.get(indexstr, headers={"UserAgent":"locust",name="/index.html?ok=[random]"})

class UserBehavior(TaskSet):
    tasks = {index: 1}

class WebsiteUser(HttpLocust):
    task_set = UserBehavior
    wait_time = between(0.1, 0.1)
