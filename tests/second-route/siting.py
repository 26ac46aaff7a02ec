"""Two plans of siting: babies under one of Core20 or rural neighbourhoods within 20 minutes on foot of
a hub. And every single swap, by trying them all.

`PLAN` is what the page of Norfolk and Waveney opened with until decision 33, and still does at the
address that says so: venues and libraries, beside the hubs that a list names. `SUITED` is what it opens
with now: five of the buildings that suit, and no hub of today, as none is confirmed. Where lists change
and a page opens with another plan, its ids belong here. Buildings are raw listings, as in gaps.py, or
the places that are given.
"""

import re
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
SUITED = ("gp-D82067", "school-141984", "gp-D82087", "school-120954", "school-145530")
# Schools that any family may walk to.
OPEN_TO_ALL = ("nursery", "primary", "secondary", "all-through")


def suited(england):
    """Points of raw listings that suit, by list and id; of community centres, see `centres`."""
    inside = england.region[NW]
    found = {}
    for name, table, wants in (
        ("libraries", "libraries", None),
        ("gp", "gp-practice-sites", None),
        ("family-hubs", "family-hubs", None),
        ("maternity-hubs", "maternity-sites", lambda kind, _: kind == "maternity-hub-or-clinic"),
        ("open-schools", "schools", lambda _, subkind: subkind in OPEN_TO_ALL),
    ):
        head = ["id", "kind", "subkind", "status", "longitude", "latitude", "lsoa21"]
        read = columns(table, head, "assets")
        found[name] = {
            code: (x, y)
            for code, kind, subkind, status, x, y, lsoa in zip(*(read[one] for one in head))
            if status != "closed" and x is not None and lsoa in inside
            if wants is None or wants(kind, subkind)
        }
    return found


def centres(england):
    """Ids of listings seen in the last year of their list whose name or address has a community centre."""
    head = ["id", "status", "name", "address", "last_seen", "collected", "longitude", "lsoa21"]
    read = columns("community-venues", head, "assets")
    word = re.compile(
        r"(?i)\b(community|neighbourhood|family|resource) (centre|center|hall|rooms?|building)\b"
    )
    newest = max(read["collected"])
    year, rest = newest[:4], newest[4:]
    since = f"{int(year) - 1}{rest}"
    return [
        code
        for code, status, name, address, seen, _, x, lsoa in zip(*(read[one] for one in head))
        if status != "closed" and x is not None and lsoa in england.region[NW]
        if seen is None or seen >= since
        if word.search(name) or word.search(address or "")
    ]


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


def swaps_of(plan, covers, weight, hubs=frozenset()):
    """What a plan reaches beside the hubs of today, and every swap that loses a hundredth of it at most.

    `covers`: the points within reach of each building, by id; `weight`: how many people are at a point.
    """

    def total(those):
        return sum(weight[at] for at in those)

    objective = total(hubs.union(*(covers[code] for code in plan)))
    swaps = {}
    for out in plan:
        kept = hubs.union(*(covers[code] for code in plan if code != out))
        without = total(kept)
        for into, people in covers.items():
            worse = (objective - without - total(people - kept)) / objective
            if into not in plan and worse <= NEAR:
                swaps[f"{out} {into}"] = worse
    return {"buildings": len(covers), "objective": objective, "swaps": swaps}


def siting(england, where, given, given_suited):
    """Figures of the plans and the swaps; `given`: points of buildings by id, as the linkage has them."""
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

    weight = [number for _, number, _ in demand]

    def swapped(covers, plan=PLAN, hubs=today):
        return swaps_of(plan, covers, weight, hubs)

    covers = {code: reached(point) for code, point in buildings.items()}
    lists = suited(england)
    points = {code: point for those in lists.values() for code, point in those.items()}
    new = frozenset().union(*(reached(points[code]) for code in SUITED))
    named = frozenset().union(*(reached(point) for point in lists["maternity-hubs"].values()))
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
        "suited": {
            "plan": list(SUITED),
            "reached": total(new),
            "rural": total(at for at in new if england.rural[demand[at][2]]),
            "if_open": total(new | named),
            "lists": {name: len(those) for name, those in lists.items()},
            "centres": centres(england),
            "places": swapped(
                {code: reached(point) for code, point in given_suited.items()}, SUITED, frozenset()
            )
            if given_suited
            else None,
        },
        "places": swapped({code: reached(point) for code, point in given.items()}) if given else None,
    }
