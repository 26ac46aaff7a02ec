"""Gaps: what Core20 residents have within 15 minutes on foot, and the two-step floating catchment.

Which listings are one place is found by the site's own linkage, which is no matter of arithmetic and
is measured by itself (docs/decisions/0021). So places are raw listings here, and the test asks the
site of raw listings, too; of pharmacies, which are not merged, the packs themselves. Where points of
places are given, as the linkage has them, the same is worked out of those.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from math import cos, radians, sin

from journeys import EARTH_KM, car_minutes, kilometres, walk_minutes
from places import REGIONS
from tables import columns

REACH = 15
FEW = 3
# Within two thirds of the reach, four thirds and twice the reach.
STEPS = ((10, 1), (20, 0.68), (30, 0.22))
# The same of an hour.
HOUR = ((40, 1), (80, 0.68), (120, 0.22))
WANTED = ["id", "status", "longitude", "latitude", "lsoa21"]


def listings(table):
    """(id, point, neighbourhood) of every listing that is open and has a point."""
    read = columns(table, WANTED, "assets")
    return [
        (code, (x, y), lsoa)
        for code, status, x, y, lsoa in zip(*(read[one] for one in WANTED))
        if status != "closed" and x is not None
    ]


class Near:
    """Points by squares of a fiftieth of a degree north and a thirtieth east: some 2 km each way."""

    def __init__(self, points):
        self.points = points
        self.squares = defaultdict(list)
        for at, point in enumerate(points):
            self.squares[self.square(point)].append(at)

    @staticmethod
    def square(point):
        return int(point[0] * 30 // 1), int(point[1] * 50 // 1)

    def within(self, point, minutes):
        """(index, minutes on foot) of all points that are within a walk of up to half an hour."""
        east, north = self.square(point)
        for x in (east - 1, east, east + 1):
            for y in (north - 1, north, north + 1):
                for at in self.squares.get((x, y), ()):
                    walk = walk_minutes(kilometres(point, self.points[at]))
                    if walk <= minutes:
                        yield at, walk


def concentration(groups):
    """The concentration index and what the neediest fifth have of all, of (need, people, amount) groups.

    C = 2 cov(y, R) / mean (Kakwani, Wagstaff and van Doorslaer 1997), R the share of people who are
    needier, those of a group in its middle, as are groups of equal need.
    """
    everyone = sum(people for _, people, _ in groups)
    all_there_is = sum(people * amount for _, people, amount in groups)
    alike = defaultdict(lambda: [0.0, 0.0])
    for need, people, amount in groups:
        alike[need][0] += people
        alike[need][1] += people * amount
    mean = all_there_is / everyone
    before = covariance = fifth = 0.0
    for need in sorted(alike, reverse=True):
        people, has = alike[need]
        rank = (before + people / 2) / everyone
        covariance += (has - people * mean) * (rank - 0.5) / everyone
        # Of the group that the fifth ends in, the part that is in it.
        fifth += has * min(1.0, max(0.0, (everyone / 5 - before) / people))
        before += people
    return {"index": 2 * covariance / mean, "neediest_fifth": fifth / all_there_is}


def freshness(england):
    """How many open listings of venues there are inside a region, and how many of these were seen in the
    twelve months before the list was last collected."""
    read = columns("community-venues", ["status", "lsoa21", "last_seen", "collected"], "assets")
    year, rest = max(read["collected"]).split("-", 1)
    since = f"{int(year) - 1}-{rest}"
    found = {}
    for slug, inside in england.region.items():
        seen = [
            last
            for status, lsoa, last in zip(read["status"], read["lsoa21"], read["last_seen"])
            if status != "closed" and lsoa in inside
        ]
        found[slug] = {"listed": len(seen), "recent": sum(last >= since for last in seen)}
    return found


def weight(walk):
    return next(one for limit, one in STEPS if walk <= limit)


def gaps(england, where, given):
    """Core20 communities by region and kind of place; `given`: points of places by region."""
    found = {}
    points = {
        (slug, kind): [point for _, point, _ in listed]
        for kind, listed in (
            ("venues", listings("community-venues")),
            ("pharmacies", listings("pharmacies")),
        )
        for slug in REGIONS
    }
    points.update({(slug, "places"): those for slug, those in given.items()})
    everyone = [
        (code, home, england.residents[code] / len(where[code]))
        for code in england.codes
        for home in where[code]
    ]
    homes = Near([home for _, home, _ in everyone])
    for (slug, kind), those in points.items():
        places = Near(those)
        taken = {}

        def takers(at):
            """All people who share a place, weighted: those beyond the region, too."""
            if at not in taken:
                taken[at] = sum(
                    weight(walk) * everyone[i][2]
                    for i, walk in homes.within(places.points[at], STEPS[-1][0])
                )
            return taken[at]

        core20 = england.core20(slug)
        members = defaultdict(list)
        for code in england.region[slug]:
            members[england.community[code]].append(code)
        answer = {}
        reached_by = []
        for community, codes in members.items():
            count, share, people = [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]
            for code in codes:
                own = england.residents[code] / len(where[code])
                there = 0.0
                for home in where[code]:
                    near = list(places.within(home, STEPS[-1][0]))
                    reached = sum(walk <= REACH for _, walk in near)
                    there += reached / len(where[code])
                    if core20.isdisjoint(codes):
                        continue
                    access = sum(weight(walk) / takers(at) for at, walk in near)
                    # Of the residents of Core20 neighbourhoods, and of all.
                    for group in (0, 1) if code in core20 else (1,):
                        people[group] += own
                        count[group] += own * reached
                        share[group] += own * access
                reached_by.append((england.score[code], england.residents[code], there))
            if core20.isdisjoint(codes):
                continue
            answer[community] = {
                "name": england.community_name[community],
                "core20": count[0] / people[0],
                "all": count[1] / people[1],
                "e2sfca": 10_000 * share[0] / people[0],
                "e2sfca_all": 10_000 * share[1] / people[1],
            }
        found[f"{slug} {kind}"] = {
            "communities": answer,
            "across_need": concentration(reached_by),
            "gaps": sorted(code for code, one in answer.items() if one["core20"] < FEW),
        }
    return found


def straight(minutes, limit):
    """The straight line, in km, that takes so many minutes by a model of journeys: by halving."""
    low, high = 0.0, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if minutes(middle) <= limit else (low, middle)
    return low


def on_globe(x, y):
    """A point as a unit vector: the angle between two tells how far apart they are."""
    return cos(radians(y)) * cos(radians(x)), cos(radians(y)) * sin(radians(x)), sin(radians(y))


def shared(england, where, given):
    """The two-step floating catchment of an hour's reach, by car and on foot, of every community: who shares a
    place is looked for in all England, one by one. `given`: points of food banks by region."""
    everyone = sorted(
        (home[1], *on_globe(*home), england.residents[code] / len(where[code]), code)
        for code in england.codes
        for home in where[code]
    )
    north = [row[0] for row in everyone]
    found = {}
    for slug, those in given.items():
        inside = england.region[slug]
        people = defaultdict(float)
        for *_, number, code in everyone:
            if code in inside:
                people[england.community[code]] += number
        for mode, minutes in (("drive", car_minutes), ("walk", walk_minutes)):
            # Within so many km counts so much; compared by cosines.
            limits = [(straight(minutes, limit), one) for limit, one in HOUR]
            cosines = [(cos(km / EARTH_KM), one) for km, one in limits]
            far, least = limits[-1][0] / 111, cosines[-1][0]
            access = defaultdict(float)
            for x, y in those:
                a, b, c = on_globe(x, y)
                demand, own = 0.0, defaultdict(float)
                for at in range(bisect_left(north, y - far), bisect_right(north, y + far)):
                    _, p, q, r, number, code = everyone[at]
                    near = a * p + b * q + c * r
                    if near < least:
                        continue
                    one = next(weight for limit, weight in cosines if near >= limit)
                    demand += one * number
                    if code in inside:
                        own[england.community[code]] += one * number
                for code, number in own.items():
                    access[code] += number / demand
            found[f"{slug} {mode}"] = {
                code: 10_000 * access[code] / number for code, number in people.items()
            }
    return found
