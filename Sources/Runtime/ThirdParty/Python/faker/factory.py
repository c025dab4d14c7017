from faker import Factory
