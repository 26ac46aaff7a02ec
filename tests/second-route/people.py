"""Births of 2023, life expectancy and its slope, females aged 15 to 44, and the plus groups of the Census."""

from collections import Counter, defaultdict
from math import hypot

from intervals import Z, byar
from places import NW, REGIONS
from tables import by_code, columns, rows

EAST_SUFFOLK = "E07000244"
ENGLAND = "E92000001"


def births(england):
    """Births of 2023: districts as published, parts by their residents aged 0 of mid-2020."""
    published = {row["area"]: row for row in rows("births-2023")}
    aged_0 = by_code("residents-2020-lsoa11", "lsoa11", "aged_0")

    def part(district, slug):
        """The share of a district's births that is of a region, by neighbourhoods of 2011."""
        all_of = [
            code
            for code in england.codes_2011
            if all(england.district[after] == district for after in england.successors[code])
        ]
        inside = [code for code in all_of if code in england.region_2011[slug]]
        share = sum(aged_0[code] for code in inside) / sum(aged_0[code] for code in all_of)
        return published[district]["births"] * share

    found = {}
    for slug in REGIONS:
        inside = Counter(england.district[code] for code in england.region[slug])
        whole = Counter(england.district.values())
        for district in inside:
            if inside[district] < whole[district]:
                found[f"{slug} {district} part"] = {"births": part(district, slug)}
                continue
            row = published[district]
            low, high = byar(row["births"])
            found[f"{slug} {district}"] = {
                "births": row["births"],
                "lower": low,
                "upper": high,
                "rate": row["rate"],
                "rate_lower": row["rate"] * low / row["births"],
                "rate_upper": row["rate"] * high / row["births"],
                "home": row["home_births"],
            }
    before = {row["lad20"]: row["births_2019"] for row in rows("births-lad20")}
    aged_0_then = by_code("residents-2019-lsoa11", "lsoa11", "aged_0")
    east_suffolk = [code for code in england.codes_2011 if england.lad22[code] == EAST_SUFFOLK]
    waveney = [code for code in east_suffolk if code in england.region_2011[NW]]
    deciles = {row["decile"]: row["births"] for row in rows("births-2023-imd-decile")}
    return {
        "districts": found,
        "regions": {
            slug: sum(one["births"] for key, one in found.items() if key.startswith(slug)) for slug in REGIONS
        },
        "england": published[ENGLAND]["births"],
        "to_june_2019": {
            "england": sum(before.values()),
            "E07000206": before[EAST_SUFFOLK]
            * sum(aged_0_then[code] for code in waveney)
            / sum(aged_0_then[code] for code in east_suffolk),
            **{
                district: before[district]
                for slug in REGIONS
                for district in {england.district[code] for code in england.region[slug]}
            },
        },
        "deciles": deciles,
        "deciles_sum": sum(deciles.values()),
    }


# Districts whose people the official table counts with those of a neighbour.
COUNTED_WITH = {"E09000001": "E09000012", "E06000053": "E06000052"}


def life_expectancy(england):
    """A community's level: its district's of 2021-23, and how it differed from the district before.

    Weights are the person-years of the sex. A community's district is that of its neighbourhoods'
    successors of 2021.
    """
    official = {row["area"]: row for row in rows("life-expectancy-2023")}
    table = columns("life-expectancy-msoa11")
    votes = defaultdict(Counter)
    for code in england.codes_2011:
        votes[england.msoa11[code]].update(
            england.district[after] for after in england.successors[code] if after in england.district
        )
    found = {"england": {}, "communities": {}}
    for sex in ("males", "females"):
        groups = defaultdict(list)
        for code, years, low, high, people in zip(
            table["msoa11"], *(table[f"{sex}_{end}"] for end in ("value", "lower", "upper", "person_years"))
        ):
            if years is None:
                continue
            district = votes[code].most_common(1)[0][0]
            error = (high - low) / 2 / Z
            groups[COUNTED_WITH.get(district, district)].append((code, years, error, people))
        total = weight = count = 0
        for district, those in groups.items():
            row = official[district]
            people = sum(one[3] for one in those)
            mean = sum(years * own for _, years, _, own in those) / people
            error_mean = sum((error * own / people) ** 2 for _, _, error, own in those) ** 0.5
            level = row[f"{sex}_value"]
            error_level = (row[f"{sex}_upper"] - row[f"{sex}_lower"]) / 2 / Z
            for code, years, error, own in those:
                value = level + years - mean
                half = Z * hypot(error_level, error, error_mean)
                total, weight, count = total + value * own, weight + own, count + 1
                found["communities"].setdefault(code, {})[sex] = [value, value - half, value + half]
        found["england"][sex] = {
            "average": total / weight,
            "official": official[ENGLAND][f"{sex}_value"],
            "communities": count,
        }
    inside = {england.msoa11[code] for slug in REGIONS for code in england.region_2011[slug]}
    levels = found["communities"]
    found["communities"] = {code: levels[code] for code in inside if code in levels}
    found["districts"] = {
        district: {
            sex: [official[district][f"{sex}_{end}"] for end in ("value", "lower", "upper")]
            for sex in ("males", "females")
        }
        for slug in REGIONS
        for district in {england.district[code] for code in england.region[slug]}
        if district in official
    }
    return found


def slopes(england):
    """How life expectancy of 2016-20 goes with deprivation over the communities of 2011 of a region.

    The slope index is the slope of the weighted least-squares line on where a community stands, from the
    most (0) to the least deprived (1), in the middle of its residents (Low and Low 2004). As it is linear
    in the values, its standard error is that of a weighted sum: the site simulates it.
    """
    table = columns("life-expectancy-msoa11")
    residents = by_code("residents-2020-lsoa11", "lsoa11", "total")
    rank = by_code("deprivation-2019", "lsoa11", "imd_rank")
    found = {}
    for slug in REGIONS:
        people, ranks = Counter(), Counter()
        for code in england.region_2011[slug]:
            people[england.msoa11[code]] += residents[code]
            ranks[england.msoa11[code]] += residents[code] * rank[code]
        found[slug] = {}
        for sex in ("males", "females"):
            cells = zip(table["msoa11"], *(table[f"{sex}_{end}"] for end in ("value", "lower", "upper")))
            rows_of = sorted(
                (ranks[code] / people[code], code, years, (high - low) / 2 / Z, people[code])
                for code, years, low, high in cells
                if code in people and years is not None
            )
            total = sum(row[4] for row in rows_of)
            mean = sum(row[2] * row[4] for row in rows_of) / total
            before, places, fifths = 0, [], [[] for _ in range(5)]
            for row in rows_of:
                place = (before + row[4] / 2) / total
                before += row[4]
                places.append(place)
                fifths[min(4, int(place * 5))].append(row)
            centre = sum(place * row[4] for place, row in zip(places, rows_of)) / total
            spread = sum(row[4] * (place - centre) ** 2 for place, row in zip(places, rows_of))
            parts = [row[4] * (place - centre) / spread for place, row in zip(places, rows_of)]
            slope = sum(part * row[2] for part, row in zip(parts, rows_of))
            half = Z * sum((part * row[3]) ** 2 for part, row in zip(parts, rows_of)) ** 0.5
            middles = [
                (
                    sum(row[2] * row[4] for row in those) / sum(row[4] for row in those),
                    sum((row[3] * row[4]) ** 2 for row in those) ** 0.5 / sum(row[4] for row in those),
                )
                for those in fifths
            ]
            apart = middles[4][0] - middles[0][0]
            error = Z * hypot(middles[0][1], middles[4][1])
            values = [row[2] for row in rows_of]
            found[slug][sex] = {
                "slope": [slope, slope - half, slope + half],
                "fifths": [apart, apart - error, apart + error],
                "by_fifth": [middle - mean for middle, _ in middles],
                "range": max(values) - min(values),
            }
    return found


def females(england):
    """Females aged 15 to 44, of Census 2021 and of mid-2020."""
    now = by_code("females-15-44-lsoa21", "lsoa21", "females_15_44")
    before = by_code("females-15-44-lsoa11", "lsoa11", "females_15_44")
    return {
        slug: {
            "2025": sum(now[code] for code in england.region[slug]),
            "2025_core20": sum(now[code] for code in england.core20(slug)),
            "2019": sum(before[code] for code in england.region_2011[slug]),
        }
        for slug in REGIONS
    }


def no_car(england):
    """Percent of households that have no car or van."""
    table = columns("plus-groups-2021", ["lsoa21", "no_car", "households_cars"])
    without = dict(zip(table["lsoa21"], table["no_car"]))
    households = dict(zip(table["lsoa21"], table["households_cars"]))

    def share(codes):
        codes = list(codes)
        return 100 * sum(without[code] for code in codes) / sum(households[code] for code in codes)

    return {
        "england": share(england.codes),
        "core20": share(code for code in england.codes if england.decile[code] <= 2),
        "elsewhere": share(code for code in england.codes if england.decile[code] > 2),
        **{slug: share(england.region[slug]) for slug in REGIONS},
        **{f"{slug} core20": share(england.core20(slug)) for slug in REGIONS},
    }


# Of each group: how many of all of the same Census table.
GROUPS = {
    "no_car": "households_cars",
    "lone_parents": "households_composition",
    "deprived_two_or_more": "households_dimensions",
    "disabled": "residents_disability",
    "bad_health": "residents_health",
    "carers": "residents_5_over",
}


def plus_groups(england):
    """Percent of those whom the same Census table counts: England, regions and all their communities."""
    table = columns("plus-groups-2021")
    of = {name: dict(zip(table["lsoa21"], table[name])) for name in table if name != "lsoa21"}
    english = columns("english-2021-msoa21")
    not_well = {
        code: 100 * some / whole
        for code, some, whole in zip(english["msoa21"], english["not_well"], english["residents_3_over"])
    }

    def shares(codes):
        return {
            group: 100 * sum(of[group][code] for code in codes) / sum(of[whole][code] for code in codes)
            for group, whole in GROUPS.items()
        }

    found = {"england": shares(england.codes)}
    for slug in REGIONS:
        members = defaultdict(list)
        for code in england.region[slug]:
            members[england.community[code]].append(code)
        found[slug] = {
            "region": shares(england.region[slug]),
            "communities": {code: shares(those) for code, those in members.items()},
            "not_well": {code: not_well[code] for code in members},
        }
    return found


def no_car_2011(england):
    """Percent of households without a car by community of 2011, whose neighbourhoods were none of them merged."""
    table = columns("plus-groups-2021", ["lsoa21", "no_car", "households_cars"])
    without = dict(zip(table["lsoa21"], table["no_car"]))
    households = dict(zip(table["lsoa21"], table["households_cars"]))
    origins = Counter(after for those in england.successors.values() for after in those)
    found = {}
    for slug in REGIONS:
        members = defaultdict(set)
        for code in england.region_2011[slug]:
            members[england.msoa11[code]] |= england.successors[code]
        found[slug] = {
            code: 100 * sum(without[one] for one in those) / sum(households[one] for one in those)
            for code, those in members.items()
            if all(origins[one] == 1 for one in those)
        }
    return found
