"""The tables of geodata/, row by row or by code. Nothing here knows a pack of the site."""

import csv
import json
from pathlib import Path

from parquet import read_parquet

GEODATA = Path(__file__).resolve().parents[2] / "geodata"


def columns(name, wanted=None, folder="tables"):
    """Columns of a Parquet table by name."""
    return read_parquet(GEODATA / folder / f"{name}.parquet", wanted)


def rows(name):
    """Rows of a CSV table. Its head says `name:type`; an empty cell is None."""
    kinds = {"integer": int, "number": float}
    with open(GEODATA / "tables" / f"{name}.csv", encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        head = [cell.split(":") for cell in next(lines)]
        return [
            {
                column: None if cell == "" else kinds.get(kind, str)(cell)
                for (column, kind), cell in zip(head, line)
            }
            for line in lines
        ]


def by_code(name, code, column):
    """One column of a Parquet table by the codes of another."""
    table = columns(name, [code, column])
    return dict(zip(table[code], table[column]))


def said(path):
    """A JSON file of geodata/."""
    with open(GEODATA / path, encoding="utf-8") as file:
        return json.load(file)
