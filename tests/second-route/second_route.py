"""Works out the site's figures a second time, and prints them as JSON.

    python3 tests/second-route/second_route.py

Python's standard library alone, from geodata/ alone, and from what the figures mean (the method page
and docs/decisions), not from how the site works them out. `tests/data/second-route.test.ts` holds
them against what the packs and pages say. It takes a few seconds.

With `--given`, it reads from its input where places are that the site's linkage found to be one, as
[longitude, latitude]: `places` and `food_banks` by region, `buildings` and `suited` by id, and
`suited_by_region` by region and id; and `joined`, the ids of the listings of each place that has several,
with its point, by region and place. That alone it does not find again; of `joined` it holds what it was
given to the rules that the site states.
"""

import json
import sys

import intervals
import people
from gaps import freshness, gaps, shared
from joined import joined
from journeys import car_model, homes, walk_model
from maternity import maternity
from places import England, core20
from plans import plans
from siting import siting


def figures(given):
    england = England()
    where = homes()
    return {
        "core20": core20(england),
        "births": people.births(england),
        "life_expectancy": people.life_expectancy(england),
        "females": people.females(england),
        "slopes": people.slopes(england),
        "no_car": people.no_car(england),
        "no_car_2011": people.no_car_2011(england),
        "plus_groups": people.plus_groups(england),
        "maternity": maternity(england, where),
        "car_model": car_model(england, where),
        "walk_model": walk_model(),
        "gaps": gaps(england, where, given["places"]),
        "shared": shared(england, where, given["food_banks"]),
        "freshness": freshness(england),
        "joined": joined(given["joined"]),
        "siting": siting(england, where, given["buildings"], given["suited"]),
        "plans": plans(england, where, given["suited_by_region"]),
        "intervals": intervals.examples(),
    }


if __name__ == "__main__":
    nothing = {"joined": {}, "places": {}, "buildings": {}, "suited": {}, "food_banks": {}, "suited_by_region": {}}
    json.dump(figures(json.load(sys.stdin) if "--given" in sys.argv else nothing), sys.stdout, indent="\t")
    print()
