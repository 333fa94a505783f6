"""Measures briefgen beside what users would pick instead: `python tests/bench/bench.py`.

Markdown goes to stdout, progress to stderr, every single run as JSON to `out/bench/bench.json`.
`--only` takes names of groups (start, 45-pages, …) or of comparisons (45-pages/weasyprint, …);
`--quick` runs small sizes once, which shows that everything runs and judges nothing.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from measuring import Measured, measure
from plan import FULL, QUICK, plan
from processes import adopt_orphans
from results import Result, results_of
from setting import HERE, ROOT, Setting, briefgen
from surroundings import surroundings
from table import as_data, markdown


def main(arguments: Sequence[str]) -> None:
    wanted = options(arguments)
    adopt_orphans()
    compile_all()
    sizes = "small, so that nothing is judged" if wanted.quick else "those of the targets"
    told = {"Sizes": sizes, **surroundings(briefgen())}
    results: list[Result] = []
    measured: dict[str, Mapping[str, Measured]] = {}
    for name, make in plan(QUICK if wanted.quick else FULL).items():
        if not is_wanted(name, wanted.only):
            continue
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            tell(f"{name}: making its workspaces")
            place = Path(folder)
            group = make(Setting(place, 1 if wanted.quick else None)).cut_to(wanted.only)
            found = measured[name] = measure(group, place, tell)
            results += results_of(group.comparisons, found, judged=not wanted.quick)
    save(as_data(results, measured, told), wanted.json)
    sys.stdout.write(markdown(results, measured, told))


def options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path, default=ROOT / "out/bench/bench.json")
    wanted = parser.parse_args(arguments)
    unknown = {name.partition("/")[0] for name in wanted.only} - set(plan(FULL))
    if unknown:
        parser.error(
            f"nothing is named {', '.join(sorted(unknown))}; there are {', '.join(plan(FULL))}"
        )
    return wanted


def compile_all() -> None:
    """Nobody's installed program is compiled again at each start, so ours isn't here either."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    command = (sys.executable, "-m", "compileall", "-q", str(ROOT / "briefgen"), str(HERE))
    subprocess.run(command, check=False)


def is_wanted(group: str, only: Sequence[str]) -> bool:
    return not only or group in {name.partition("/")[0] for name in only}


def tell(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def save(data: object, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
