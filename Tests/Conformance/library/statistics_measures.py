"""statistics on many samples."""
import statistics

samples = [[1, 2, 3, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [5], [], [1, 1, 2, 2], [-1, 0, 10 ** 10], ["a", "b"]]
for name in ("mean", "fmean", "median", "median_low", "median_high", "mode", "multimode", "stdev", "pstdev",
    "variance", "pvariance", "geometric_mean",
             "harmonic_mean", "median_grouped", "quantiles"):
    for sample in samples:
        try:
            print(name, sample, getattr(statistics, name)(sample))
        except Exception as error:
            print(name, sample, type(error).__name__, error)
print(statistics.quantiles(range(1, 20), n=10), statistics.quantiles([1, 5, 9], n=4, method="inclusive"))
print(statistics.correlation([1, 2, 3], [2, 4, 7]), statistics.linear_regression([1, 2, 3], [2, 4, 7]),
    statistics.covariance([1, 2], [3, 5]))
