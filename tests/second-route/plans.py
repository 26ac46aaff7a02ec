"""The best plan of siting there is, found by searching: how many of some people a number of hubs can reach.

Which buildings suit, and which listings are one building, is given (see second_route.py); how far the
people live, how many they are and which buildings are best is worked out here.
"""

from gaps import Near
from places import REGIONS
from siting import REACH, babies

HUBS = 5


def most(covers, weight, hubs):
    """The most weight that so many sites reach together, by branch and bound.

    `covers`: a set of points for each site. The order is by what a site adds to those chosen; what is
    left cannot bring more than its best ones would if nobody lived near two of them.
    """
    best = 0.0

    def total(points):
        return sum(weight[at] for at in points)

    def search(reached, sofar, left, sites):
        nonlocal best
        best = max(best, sofar)
        if left == 0:
            return
        adds = sorted(
            ((total(cover - reached), at) for at, cover in enumerate(sites)), reverse=True
        )
        adds = [(add, at) for add, at in adds if add > 0]
        order = [sites[at] for _, at in adds]
        for i, (add, _) in enumerate(adds):
            if sofar + sum(more for more, _ in adds[i : i + left]) <= best + 1e-9:
                return
            search(reached | order[i], sofar + add, left - 1, order[i + 1 :])

    unlike = []
    for cover in sorted(covers, key=len, reverse=True):
        # Whoever a site reaches, another that is kept reaches too: it is never needed.
        if not any(cover <= other for other in unlike):
            unlike.append(cover)
    search(frozenset(), 0.0, hubs, unlike)
    return best


def plans(england, where, given):
    """By region: babies under one in Core20 or rural neighbourhoods, and in rural ones, and how many of them
    five hubs can reach within 20 minutes on foot. `given`: points of the buildings that suit, by region."""
    aged_0 = babies(england)
    found = {}
    for slug in REGIONS:
        if slug not in given:
            continue
        core20 = england.core20(slug)
        for name, asks in (
            ("core20-or-rural", lambda code: code in core20 or england.rural[code]),
            ("rural", lambda code: england.rural[code]),
        ):
            asked = [code for code in england.region[slug] if asks(code)]
            demand = [(home, aged_0[code] / len(where[code])) for code in asked for home in where[code]]
            homes = Near([home for home, _ in demand])
            covers = [frozenset(at for at, _ in homes.within(tuple(point), REACH)) for point in given[slug]]
            found[f"{slug} {name}"] = {
                "people": sum(number for _, number in demand),
                "reached": most(covers, [number for _, number in demand], HUBS),
            }
    return found
