"""Which listings are one building: not found again, but held to what the method page says of them.

Two listings more than 150 metres apart are never one unless they have the same postcode, and a place that
an official register has stands where the register has it.
"""

from journeys import kilometres
from tables import columns

METRES = 150
# Points are kept to five decimals of a degree, about a metre.
SAME = 2
REGISTERS = ("libraries", "gp-practice-sites", "pharmacies", "dentists", "schools")
LISTS = ("community-venues", "food-banks", "family-hubs", "hospitals", "maternity-sites", "maternity-sites-named")


def metres(one, other):
    return 1000 * kilometres(one, other)


def joined(given):
    """Places of several listings, by region: how many, and which break a rule. `given`: ids of the listings
    and the point of each place, by region and place."""
    where, official = {}, set()
    for table in REGISTERS + LISTS:
        read = columns(table, ["id", "postcode", "longitude", "latitude", "status"], "assets")
        for code, postcode, x, y, status in zip(*read.values()):
            where[code] = ((x, y), postcode)
            if table in REGISTERS and status != "closed":
                official.add(code)
    found = {}
    for slug, places in given.items():
        apart, moved, held = [], [], 0
        for place, (listings, point) in places.items():
            known = [where[code] for code in listings if where[code][0][0] is not None]
            if any(
                metres(one, other) > METRES and (postcode is None or postcode != own)
                for at, (one, postcode) in enumerate(known)
                for other, own in known[:at]
            ):
                apart.append(place)
            registered = [where[code][0] for code in listings if code in official]
            if registered and point:
                held += 1
                if min(metres(tuple(point), one) for one in registered) > SAME:
                    moved.append(place)
        found[slug] = {"places": len(places), "registered": held, "apart": apart, "moved": moved}
    return found
