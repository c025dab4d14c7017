from locust import between, constant

a = between(5, 1)  # bad: 13
b = between(1, 5)
c = between(1.5, 0.5)  # bad: 13
d = constant(3)
