"""Who lives further than 30 minutes by car from a place of birth.

A place of birth is confirmed by a source, its date and its words (docs/decisions/0018). "All" counts
besides what the compiled list calls units or names, and, where that list has nothing because it is
beyond the region, the sites whose name in the NHS register says department or birth centre.
"""

from collections import defaultdict

from journeys import car_minutes, kilometres
from places import REGIONS
from tables import by_code, columns, rows

FAR = 30
WANTED = ["id", "kind", "subkind", "name", "status", "longitude", "latitude", "lsoa21"]


def places_of_birth():
    """(id, name, point, neighbourhood, which list, whether confirmed) of each."""
    confirmed = {
        row["id"]
        for row in rows("maternity-evidence")
        if row["confirmed"] and row["source"] and row["quotation"]
    }
    found = []
    for table in ("maternity-sites", "maternity-sites-named"):
        read = columns(table, WANTED, "assets")
        for code, kind, subkind, name, status, x, y, lsoa in zip(*(read[column] for column in WANTED)):
            is_birth = kind == "maternity-unit" or (kind == "maternity-named-site" and subkind in ("birth-centre", "department"))
            if is_birth and status != "closed" and x is not None:
                found.append((code, name, (x, y), lsoa, table, code in confirmed))
    return found


def maternity(england, where):
    females = by_code("females-15-44-lsoa21", "lsoa21", "females_15_44")
    places = places_of_birth()
    found = {"confirmed": sorted(name for _, name, _, _, _, is_confirmed in places if is_confirmed)}
    for slug in REGIONS:
        inside = england.region[slug]
        every = [one for one in places if one[3] not in inside or one[4] == "maternity-sites"]
        sure = [one[2] for one in every if one[5]]
        rest = [one[2] for one in every if not one[5]]
        total = far_sure = far_all = 0
        least = most = 0
        ways, minutes, counted = [], defaultdict(float), defaultdict(float)
        for code in inside:
            points = where[code]
            people = females[code] / len(points)
            beyond = 0
            for home in points:
                to_sure = nearest(home, sure)
                to_all = min(to_sure, nearest(home, rest))
                total += people
                ways.append((to_sure, people))
                minutes[england.community[code]] += people * car_minutes(to_sure)
                counted[england.community[code]] += people
                beyond += car_minutes(to_sure) > FAR
                far_all += people * (car_minutes(to_all) > FAR)
            far_sure += people * beyond
            low, high = leaning(beyond, len(points))
            least, most = least + females[code] * low, most + females[code] * high
        averages = {code: minutes[code] / counted[code] for code in minutes}
        found[slug] = {
            "females": total,
            "uneven_least": least / total,
            "uneven_most": most / total,
            "far_communities": {code: one for code, one in averages.items() if one > FAR},
            "confirmed": far_sure / total,
            "all": far_all / total,
            "median_minutes": car_minutes(middle(ways, total)),
        }
    return found


def leaning(beyond, all_of):
    """The least and greatest share beyond, where output areas are drawn from half to one and a half of
    an equal share, and the draws scaled so that the neighbourhood keeps its people."""
    near = all_of - beyond
    return tuple(beyond * far / (beyond * far + near * (2 - far)) for far in (0.5, 1.5))


def nearest(home, places):
    """Kilometres to the nearest of some points; those plainly further than one known are passed over."""
    best = float("inf")
    for place in places:
        # A degree of latitude is 111.2 km everywhere.
        if abs(place[1] - home[1]) * 111 < best:
            best = min(best, kilometres(home, place))
    return best


def middle(ways, total):
    """The way that half of the people have at most."""
    sofar = 0
    for way, people in sorted(ways):
        sofar += people
        if sofar >= total / 2:
            return way
    raise ValueError("nobody is there")
