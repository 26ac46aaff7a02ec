"""The worked example of siting: babies under one of Core20 or rural neighbourhoods within 20 minutes
on foot of a hub, of those of today or of five new ones. And every single swap, by trying them all.

The plan is what the page of Norfolk and Waveney opens with, by the ids of its listings; where lists
change and it opens with another one, those ids belong here. Buildings are raw listings of venues and
libraries, as in gaps.py, or the places that are given.
"""

from collections import Counter

from gaps import Near, listings
from places import NW
from tables import by_code, columns

REACH = 20
NEAR = 0.01
PLAN = (
    "venue-eadcdd92a6d7",
    "venue-9241bf154398",
    "venue-9eb31ff80a46",
    "venue-89427d1f94e8",
    "venue-05d999d13295",
)


def babies(england):
    """Residents aged 0 of mid-2020 on the neighbourhoods of 2021 (method.md, "From 2011 to 2021")."""
    before = by_code("residents-2020-lsoa11", "lsoa11", "aged_0")
    children = by_code("residents-2021-age", "lsoa21", "aged_0_15")
    found = Counter()
    for code, after in england.successors.items():
        if code not in before:
            continue
        inside = sum(children[one] for one in after if one in children)
        for one in after:
            if one in children:
                found[one] += before[code] * (children[one] / inside if len(after) > 1 else 1)
    return found


def siting(england, where, given):
    """The plan's figures and the swaps; `given`: points of buildings by id, as the linkage has them."""
    aged_0 = babies(england)
    inside = england.region[NW]
    core20 = england.core20(NW)
    asked = [code for code in inside if code in core20 or england.rural[code]]
    demand = [(home, aged_0[code] / len(where[code]), code) for code in asked for home in where[code]]
    homes = Near([home for home, _, _ in demand])

    def reached(point):
        return frozenset(at for at, _ in homes.within(point, REACH))

    sites = columns("maternity-sites", ["kind", "status", "longitude", "latitude"], "assets")
    hubs = [
        (x, y)
        for kind, status, x, y in zip(*(sites[one] for one in ("kind", "status", "longitude", "latitude")))
        if kind == "maternity-hub-or-clinic" and status != "closed" and x is not None
    ]
    buildings = {
        code: point
        for table in ("community-venues", "libraries")
        for code, point, lsoa in listings(table)
        if lsoa in inside
    }
    today = frozenset().union(*(reached(hub) for hub in hubs))

    def total(those):
        return sum(demand[at][1] for at in those)

    def swapped(covers):
        """What the plan reaches, and every swap that loses a hundredth of it at most."""
        objective = total(today.union(*(covers[code] for code in PLAN)))
        swaps = {}
        for out in PLAN:
            kept = today.union(*(covers[code] for code in PLAN if code != out))
            without = total(kept)
            for into, people in covers.items():
                worse = (objective - without - total(people - kept)) / objective
                if into not in PLAN and worse <= NEAR:
                    swaps[f"{out} {into}"] = worse
        return {"buildings": len(covers), "objective": objective, "swaps": swaps}

    covers = {code: reached(point) for code, point in buildings.items()}
    served = today.union(*(covers[code] for code in PLAN))
    return {
        "aged_0": {slug: sum(aged_0[code] for code in codes) for slug, codes in england.region.items()},
        "people": sum(number for _, number, _ in demand),
        "rural_people": sum(number for _, number, code in demand if england.rural[code]),
        "today": total(today),
        "rural": total(at for at in served if england.rural[demand[at][2]]),
        "without_today": total(frozenset().union(*(covers[code] for code in PLAN))),
        "plan": list(PLAN),
        "listings": swapped(covers),
        "places": swapped({code: reached(point) for code, point in given.items()}) if given else None,
    }
