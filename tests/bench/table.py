"""The figures as Markdown, and as what JSON can hold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from measuring import Measured
from results import Result, middle

TARGETS = ("Comparison", "Ours", "Theirs", "Ratio", "by CPU", "Target", "")
WORKS = ("Work", "Time", "CPU", "Memory", "Runs", "")
Measurements = Mapping[str, Mapping[str, Measured]]
"""By group, then by work."""


def markdown(
    results: Sequence[Result], measured: Measurements, surroundings: Mapping[str, str]
) -> str:
    """Everything on one page: against the targets, then each work, then the machine."""
    works = (
        row_of_work(group, each) for group, found in measured.items() for each in found.values()
    )
    told = (f"- {name}: {text}\n" for name, text in surroundings.items())
    return (
        "# Measured\n\n"
        "Medians of whole processes. Time is by the clock, CPU is what the processors spent, memory"
        " is the peak of the largest process of a run.\n\n"
        + table(TARGETS, map(row_of_result, results))
        + "\n## Each work\n\n"
        + table(WORKS, works)
        + "\n## Where\n\n"
        + "".join(told)
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def row_of_result(result: Result) -> Sequence[str]:
    comparison, ratio, by_cpu = result.comparison, result.ratio(), result.ratio("cpu")
    most = "" if comparison.most is None else f"≤ {comparison.most:g}"
    if ratio is None or by_cpu is None:
        return comparison.name, "", "", "", "", most, f"void: {plain(result.void)}"
    ours, theirs = (in_words(each, comparison.measure) for each in (result.ours, result.theirs))
    ours, theirs = f"{comparison.ours}: {ours}", f"{comparison.theirs}: {theirs}"
    return comparison.name, ours, theirs, f"{ratio:.3g}", f"{by_cpu:.3g}", most, verdict(result)


def verdict(result: Result) -> str:
    single = min(len(result.ours.runs), len(result.theirs.runs)) == 1
    remarks = ("single runs" if single else "", "busy machine" if result.is_disturbed else "")
    return ", ".join(part for part in (result.verdict, *remarks) if part)


def in_words(each: Measured, measure: str) -> str:
    if measure == "memory":
        return f"{middle(each, 'memory'):.0f} MiB"
    return seconds(middle(each, "cpu" if measure == "cpu" else "wall"))


def row_of_work(group: str, each: Measured) -> Sequence[str]:
    name = f"{group}: {each.work.name}"
    if each.void:
        return name, "", "", "", "", f"void: {plain(each.void)}"
    wall, cpu = seconds(middle(each, "wall")), seconds(middle(each, "cpu"))
    runs = f"{len(each.runs)}{'' if each.work.is_warmed else ', no warm-up'}"
    return name, wall, cpu, f"{middle(each, 'memory'):.0f} MiB", runs, each.notes


def plain(text: str) -> str:
    return text.replace("|", "\\|")


def seconds(value: float) -> str:
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def as_data(
    results: Sequence[Result], measured: Measurements, surroundings: Mapping[str, str]
) -> dict[str, Any]:
    """The same, with every single run."""
    return {
        "surroundings": dict(surroundings),
        "comparisons": [data_of_result(result) for result in results],
        "works": [
            data_of_work(group, each)
            for group, found in measured.items()
            for each in found.values()
        ],
    }


def data_of_result(result: Result) -> dict[str, Any]:
    return {
        **vars(result.comparison),
        "ratio": result.ratio(),
        "ratio_by_cpu": result.ratio("cpu"),
        "verdict": result.verdict,
        "void": result.void,
    }


def data_of_work(group: str, each: Measured) -> dict[str, Any]:
    runs = [{"wall": run.wall, "cpu": run.cpu, "memory": run.memory} for run in each.runs]
    command = list(each.work.command)
    told = {"group": group, "name": each.work.name, "command": command, "void": each.void}
    return {**told, "notes": each.notes, "runs": runs}
