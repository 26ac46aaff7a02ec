"""Residents of each district's most deprived fifth of neighbourhoods, from a region's data package.

    python3 most_deprived.py https://example.org/data/packages/norfolk-and-waveney/datapackage.json
"""
import csv
import io
import json
import sys
from collections import Counter
from urllib.parse import urljoin
from urllib.request import urlopen

address = sys.argv[1]
about = json.load(urlopen(address))
table = next(one for one in about["resources"] if one["name"] == "deprivation-2025")
text = urlopen(urljoin(address, table["path"])).read().decode("utf-8")

rows = list(csv.DictReader(io.StringIO(text)))
residents = next(name for name in rows[0] if name.startswith("residents"))
sums = Counter()
for row in rows:
    if row["core20"] == "Yes":
        sums[row["district"]] += int(row[residents])
for district in sorted(sums):
    print(f"{district}: {sums[district]}")
