print("katydid")
