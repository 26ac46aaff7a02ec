"""Works out the site's figures a second time, and prints them as JSON.

    python3 tests/second-route/second_route.py

Python's standard library alone, from geodata/ alone, and from what the figures mean (the method page
and docs/decisions), not from how the site works them out. `tests/data/second-route.test.ts` holds
them against what the packs and pages say. It takes some ten seconds.
"""

import json
import sys

import intervals
import people
from places import England, core20


def figures():
    england = England()
    return {
        "core20": core20(england),
        "births": people.births(england),
        "life_expectancy": people.life_expectancy(england),
        "females": people.females(england),
        "no_car": people.no_car(england),
        "intervals": intervals.examples(),
    }


if __name__ == "__main__":
    json.dump(figures(), sys.stdout, indent="\t")
    print()
