class Account:
    balance_total = 1

    @property
    def balance_totals(self):
        raise AttributeError("not yet")


Account().balance_totals
