"""Which neighbourhoods a region has, and which of them are Core20, in both editions.

The regions are taken by another road than the site takes: of 2021 by the codes of boards, of 2011 as
the neighbourhoods whose successors are all in the region.
"""

from collections import defaultdict

from tables import by_code, columns

NW = "norfolk-and-waveney"
NS = "norfolk-and-suffolk"
BSW = "bath-swindon-and-wiltshire"
REGIONS = (NW, NS, BSW)


class England:
    """What several figures need of all neighbourhoods, each table read once.

    By code of 2021: `community`, `district` (April 2024), `rural`, `decile`, `residents`. By code of
    2011: `successors`, `msoa11`, `lad22`, `ruc11`. By region: `region` and `region_2011`.
    """

    def __init__(self):
        spine = columns("areas-lsoa21", ["lsoa21", "msoa21", "msoa21_hcl_name", "lad24", "icb24", "ruc21"])
        codes = spine["lsoa21"]
        self.codes = codes
        self.community = dict(zip(codes, spine["msoa21"]))
        self.community_name = dict(zip(spine["msoa21"], spine["msoa21_hcl_name"]))
        self.district = dict(zip(codes, spine["lad24"]))
        self.rural = {code: not ruc.startswith("U") for code, ruc in zip(codes, spine["ruc21"])}
        board_now = by_code("boards-lsoa21", "lsoa21", "icb26")
        board_before = dict(zip(codes, spine["icb24"]))
        self.region = {
            NW: {code for code in codes if board_before[code] == "E54000022"},
            NS: {code for code in codes if board_now[code] == "E54000068"},
            BSW: {code for code in codes if board_now[code] == "E54000040"},
        }
        self.decile = by_code("deprivation-2025", "lsoa21", "imd_decile")
        self.score = by_code("deprivation-2025", "lsoa21", "imd_score")
        self.residents = by_code("residents-2021-age", "lsoa21", "total")

        change = columns("lsoa11-lsoa21", ["lsoa11", "lsoa21"])
        self.successors = defaultdict(set)
        for before, after in zip(change["lsoa11"], change["lsoa21"]):
            self.successors[before].add(after)
        spine = columns("areas-lsoa11", ["lsoa11", "msoa11", "lad22", "lad22_name", "ruc11"])
        self.codes_2011 = spine["lsoa11"]
        for name in ("msoa11", "lad22", "lad22_name", "ruc11"):
            setattr(self, name, dict(zip(spine["lsoa11"], spine[name])))
        self.region_2011 = {
            slug: {code for code in self.codes_2011 if self.successors[code] <= inside}
            for slug, inside in self.region.items()
        }

    def core20(self, slug):
        return {code for code in self.region[slug] if self.decile[code] <= 2}


def core20(england):
    """Core20 neighbourhoods, communities and residents of each region, by edition."""
    decile = by_code("deprivation-2019", "lsoa11", "imd_decile")
    residents = by_code("residents-2020-lsoa11", "lsoa11", "total")
    found = {}
    for slug in REGIONS:
        now = england.core20(slug)
        before = {code for code in england.region_2011[slug] if decile[code] <= 2}
        found[slug] = {
            "2025": {
                "neighbourhoods": len(now),
                "communities": len({england.community[code] for code in now}),
                "residents": sum(england.residents[code] for code in now),
                "all_residents": sum(england.residents[code] for code in england.region[slug]),
            },
            "2019": {
                "neighbourhoods": len(before),
                "communities": len({england.msoa11[code] for code in before}),
                "residents": sum(residents[code] for code in before),
                "all_residents": sum(residents[code] for code in england.region_2011[slug]),
            },
        }
    return found
