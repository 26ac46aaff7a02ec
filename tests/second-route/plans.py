"""The best plan of siting there is, found by searching: how many of some people a number of hubs can reach,
and every single swap of it that loses a hundredth at most, those that lose nothing among them.

Which buildings suit, and which listings are one building, is given (see second_route.py); how far the
people live, how many they are and which buildings are best is worked out here.
"""

from gaps import Near
from places import REGIONS
from siting import REACH, babies, swaps_of

HUBS = 5


def most(covers, weight, hubs):
    """The most weight that so many sites reach together, and sites that do, by branch and bound.

    `covers`: a set of points by the id of each site. The order is by what a site adds to those chosen; what is
    left cannot bring more than its best ones would if nobody lived near two of them.
    """
    best = 0.0
    plan = []

    def total(points):
        return sum(weight[at] for at in points)

    def search(reached, sofar, chosen, sites):
        nonlocal best, plan
        if sofar > best:
            best, plan = sofar, chosen
        left = hubs - len(chosen)
        if left == 0:
            return
        adds = sorted(((total(covers[one] - reached), one) for one in sites), reverse=True)
        adds = [(add, one) for add, one in adds if add > 0]
        order = [one for _, one in adds]
        for i, (add, one) in enumerate(adds):
            if sofar + sum(more for more, _ in adds[i : i + left]) <= best + 1e-9:
                return
            search(reached | covers[one], sofar + add, [*chosen, one], order[i + 1 :])

    unlike = []
    for one in sorted(covers, key=lambda one: (-len(covers[one]), one)):
        # Whoever a site reaches, another that is kept reaches too: it is never needed.
        if not any(covers[one] <= covers[other] for other in unlike):
            unlike.append(one)
    search(frozenset(), 0.0, [], unlike)
    return best, plan


def plans(england, where, given):
    """By region: babies under one in Core20 or rural neighbourhoods, and in rural ones, and how many of them
    five hubs can reach within 20 minutes on foot; a plan that does, and its swaps. `given`: points of the
    buildings that suit by id, by region."""
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
            weight = [number for _, number in demand]
            covers = {
                code: frozenset(at for at, _ in homes.within(tuple(point), REACH))
                for code, point in given[slug].items()
            }
            reached, plan = most(covers, weight, HUBS)
            found[f"{slug} {name}"] = {
                "people": sum(weight),
                "reached": reached,
                "plan": plan,
                "swapped": swaps_of(plan, covers, weight),
            }
    return found
