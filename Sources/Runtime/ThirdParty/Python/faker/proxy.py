from faker import Faker
