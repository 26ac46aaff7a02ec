"""Journeys: a straight line made 1.3 times longer, on foot or by car, and how near that is to published ones.

From method.md, "Provision", and docs/decisions/0022: on foot 4.8 km an hour; by car the first
kilometre by road at 7 km an hour, the next nine at 58, all further ones at 93.
"""

from collections import defaultdict
from math import asin, cos, radians, sin, sqrt
from statistics import median

from tables import columns, rows

EARTH_KM = 6371.0088
DETOUR = 1.3
CAR = ((1, 7), (9, 58), (float("inf"), 93))


def kilometres(a, b):
    """The straight line over the globe between two (longitude, latitude) in degrees: haversine."""
    north = radians(b[1] - a[1])
    east = radians(b[0] - a[0])
    chord = sin(north / 2) ** 2 + cos(radians(a[1])) * cos(radians(b[1])) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))


def stretches(straight):
    """How much of a way by road lies in each stretch of the car model."""
    left, found = straight * DETOUR, []
    for length, _ in CAR:
        found.append(min(left, length))
        left -= found[-1]
    return found


def car_minutes(straight):
    return sum(60 * part / speed for part, (_, speed) in zip(stretches(straight), CAR))


def walk_minutes(straight):
    return straight * DETOUR * 60 / 4.8


def homes():
    """Where people live: centres of output areas by neighbourhood of 2021."""
    table = columns("centroids-oa21", ["lsoa21", "longitude", "latitude"])
    found = defaultdict(list)
    for code, *point in zip(table["lsoa21"], table["longitude"], table["latitude"]):
        found[code].append(tuple(point))
    return found


def settlement(class_2011):
    """Urban (A to C), rural towns and fringes (D), villages and dispersed (E)."""
    return {"D": "larger-rural", "E": "smaller-rural"}.get(class_2011[0], "urban")


def agreement(pairs):
    published = sum(minutes for _, minutes in pairs)
    ours = [car_minutes(straight) for straight, _ in pairs]
    return {
        "areas": len(pairs),
        "bias": sum(ours) / published - 1,
        "mean_error": sum(abs(own - minutes) for own, (_, minutes) in zip(ours, pairs)) / len(pairs),
        "published_far": sum(minutes > 30 for _, minutes in pairs) / len(pairs),
        "ours_far": sum(own > 30 for own in ours) / len(pairs),
    }


def fitted(pairs):
    """Speeds that fit best: least squares of minutes on the three stretches, without a constant.

    By steepest descent along conjugate directions: no system of equations is turned round.
    """
    ways = [stretches(straight) for straight, _ in pairs]
    square = [[sum(way[i] * way[j] for way in ways) for j in range(3)] for i in range(3)]
    right = [sum(way[i] * minutes for way, (_, minutes) in zip(ways, pairs)) for i in range(3)]

    def dot(a, b):
        return sum(x * y for x, y in zip(a, b))

    found, rest = [0.0] * 3, right
    step = rest
    for _ in range(9):
        if dot(rest, rest) < 1e-18:
            break
        through = [dot(row, step) for row in square]
        far = dot(rest, rest) / dot(step, through)
        found = [x + far * s for x, s in zip(found, step)]
        after = [r - far * t for r, t in zip(rest, through)]
        step = [a + dot(after, after) / dot(rest, rest) * s for a, s in zip(after, step)]
        rest = after
    return [60 / minutes for minutes in found]


def car_model(england, where):
    """The model held against minutes to acute stroke units: every second district was not fitted on."""
    table = columns("car-minutes-lsoa11", ["lsoa11", "minutes", "unit", "straight_km"])
    district = england.lad22
    held_out = set(sorted(set(district.values()))[1::2])
    held, fit, by_class, by_district = [], [], defaultdict(list), defaultdict(list)
    units = {
        row["postcode"].replace(" ", ""): (row["longitude"], row["latitude"])
        for row in rows("neonatal-hospitals")
    }
    lines, met = [], set()
    for code, minutes, unit, straight in zip(*table.values()):
        if straight is None:
            continue
        pair = straight, minutes
        met.add(district[code])
        by_district[england.lad22_name[code]].append(pair)
        if district[code] in held_out:
            held.append(pair)
            by_class[settlement(england.ruc11[code])].append(pair)
        else:
            fit.append(pair)
        # The straight line itself, again, where the table of hospitals has the unit's point.
        if unit in units:
            points = where[code]
            mean = sum(kilometres(point, units[unit]) for point in points) / len(points)
            lines.append(abs(mean - straight))
    return {
        "held_out": {**agreement(held), "districts": len(met & held_out)},
        "by_settlement": {name: agreement(pairs) for name, pairs in by_class.items()},
        "by_district": {name: agreement(pairs) for name, pairs in by_district.items()},
        "fitted": fitted(fit),
        "straight_lines": {"areas": len(lines), "half_within_km": median(lines), "all_within_km": max(lines)},
    }


def walk_model():
    """The model at the network's 5 km an hour held against bands of minutes to libraries."""
    table = columns("library-walks")
    ends = (5, 10, 15, 20, 25, 30)

    def band(minutes):
        return sum(minutes > end for end in ends)

    found = {}
    for detour in (1.2, 1.3):
        for name in ("all", "urban", "larger-rural", "smaller-rural"):
            areas = same = near = 0
            agree, network, ours = [0, 0], [0, 0], [0, 0]
            for place, theirs, metres, number in zip(
                *(table[column] for column in ("settlement", "network_minutes", "straight_m", "output_areas"))
            ):
                if name not in ("all", place):
                    continue
                theirs = float("inf") if theirs is None else theirs
                # Straight lines are counted in steps of 10 metres: the middle of each.
                own = (metres + 5) * detour / 1000 * 60 / 5
                apart = abs(band(own) - band(theirs))
                areas += number
                same += number * (apart == 0)
                near += number * (apart <= 1)
                for at, limit in enumerate((15, 30)):
                    agree[at] += number * ((own <= limit) == (theirs <= limit))
                    network[at] += number * (theirs <= limit)
                    ours[at] += number * (own <= limit)
            found[f"{detour} {name}"] = {
                "areas": areas,
                "same": same / areas,
                "within_one": near / areas,
                "agree": [one / areas for one in agree],
                "network": [one / areas for one in network],
                "ours": [one / areas for one in ours],
            }
    return found
