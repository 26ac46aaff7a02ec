"""95% intervals by their textbook formulas."""

from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


def wilson(number, of):
    """Of a proportion (Wilson 1927)."""
    share = number / of
    middle = (number + Z * Z / 2) / (of + Z * Z)
    half = Z * sqrt(of) / (of + Z * Z) * sqrt(share * (1 - share) + Z * Z / (4 * of))
    return middle - half, middle + half


def byar(count):
    """Of a count that is Poisson, by Byar's approximation (from 10 on)."""

    def end(base, sign):
        return base * (1 - 1 / (9 * base) + sign * Z / (3 * sqrt(base))) ** 3

    return end(count, -1), end(count + 1, 1)


def poisson_exact(count):
    """Of a small count, by halving: the means at which the tails have 2.5% each."""

    def at_most(number, mean):
        from math import exp

        term = total = exp(-mean)
        for i in range(1, number + 1):
            term *= mean / i
            total += term
        return total

    def where(number, chance):
        low, high = 0.0, 100.0
        for _ in range(200):
            middle = (low + high) / 2
            if at_most(number, middle) > chance:
                low = middle
            else:
                high = middle
        return low

    return (0.0 if count == 0 else where(count - 1, 0.975)), where(count, 0.025)


def examples():
    return {
        "wilson": [
            [number, of, *wilson(number, of)] for number, of in ((0, 12), (22, 35), (475, 481), (91, 620))
        ],
        "poisson": [
            [count, *(byar(count) if count >= 10 else poisson_exact(count))]
            for count in (0, 1, 5, 9, 10, 42, 579, 1290, 7405)
        ],
    }
