"""Runs in the peer's environment: one pool through sortition-algorithms' maximin with CBC; prints one JSON line.

Arguments: folder of the pool, panel size.
"""

import csv
import json
import resource
import sys
from pathlib import Path

from sortition_algorithms.committee_generation.maximin import find_distribution_maximin
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings


def main(folder: Path, seats: int) -> None:
    """Solve and print least and largest chance, and the CPU seconds of this process and its children."""
    with (folder / "categories.csv").open(newline="") as file:
        names = {"category": "feature", "feature": "value"}
        rows = [{names.get(name, name): cell for name, cell in row.items()} for row in csv.DictReader(file)]
    features, feature_column, _ = read_in_features(list(rows[0]), rows, number_to_select=seats)
    with (folder / "respondents.csv").open(newline="") as file:
        people = [{"id": f"p{number}", **row} for number, row in enumerate(csv.DictReader(file))]
    pool, _ = read_in_people(
        people_head=list(people[0]),
        people_body=people,
        features=features,
        settings=Settings(id_column="id", columns_to_keep=[]),
        feature_column_name=feature_column,
        data_container="people",
    )
    committees, shares, _ = find_distribution_maximin(features, pool, seats, [], solver_backend="mip-cbc")
    chances = {person["id"]: 0.0 for person in people}
    for committee, share in zip(committees, shares, strict=True):
        for person in committee:
            chances[person] += share
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    answer = {
        "least_chance": min(chances.values()),
        "largest_chance": max(chances.values()),
        "cpu_seconds": sum(one.ru_utime + one.ru_stime for one in used),
        "peak_mb": used[0].ru_maxrss / 1024,
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
