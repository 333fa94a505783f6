"""From the plan to jobs: every document prepared, with its path and its key."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.build.building import country_of_reader
from briefgen.build.due.jobs import Failed, Job
from briefgen.build.due.keys import Keys, content
from briefgen.build.due.planning import Planned
from briefgen.build.looks import usual_style
from briefgen.build.naming import base_of
from briefgen.documents.orders import AnyOrder, MatrixOrder, SessionOrder, SummaryOrder
from briefgen.problems import BriefgenError, MachineError, Place, Problem, UsageError
from briefgen.register.kin import Kin
from briefgen.register.register import Register
from briefgen.register.workspace import SETTINGS_FILE
from briefgen.rendering.official import own_first

MOST_DOCUMENTS = 50_000


@dataclass(frozen=True)
class Preparing:
    """The parts of a register, and the keys, from which jobs are prepared."""

    kin: Kin
    keys: Keys

    def job(self, planned: Planned) -> Job:
        """A document's job; raises what preparing it, or its house style, raises."""
        register = self.looked_at(planned.order)
        document = planned.prepare(register)
        country = country_of_reader(document, planned.order, register)
        languages = own_first(planned.languages, country)
        style = planned.style or usual_style(planned.order, register)
        facts = content(document)
        more = (country or "", *(f"{name} {self.keys.words_of(name)}" for name in languages))
        return Job(
            kind=planned.kind,
            template=planned.template,
            document=document,
            country=country,
            languages=languages,
            style=style,
            formats=planned.formats,
            path=path_of(document.about, planned, languages),
            perspective=planned.order.perspective,
            key=self.keys.key(facts, planned.template, style, more),
            weight=len(facts),
            means=self.keys.means(style),
        )

    def looked_at(self, order: AnyOrder) -> Register:
        """What a document looks at: the part of its mechanism, for a summary everything."""
        match order:
            case SessionOrder(session=name) | MatrixOrder(mechanism=name):
                return self.kin.part(name.partition("/")[0])
            case SummaryOrder():
                return self.kin.register


@dataclass(frozen=True)
class Prepared:
    """Every job, each document once, and those that could not be prepared."""

    jobs: tuple[Job, ...]
    failed: tuple[tuple[Planned, Failed], ...]


def prepare_jobs(plan: Iterable[Planned], preparing: Preparing) -> Prepared:
    """All jobs of a plan; raises UsageError when two would have the same path, or for too many."""
    jobs: dict[tuple[Path, str], Job] = {}
    failed: list[tuple[Planned, Failed]] = []
    for count, planned in enumerate(plan):
        check_count(count)
        try:
            job = preparing.job(planned)
        except BriefgenError as error:
            failed.append((planned, Failed(error.problems, isinstance(error, MachineError))))
            continue
        same = jobs.get((job.path, job.key), job)
        formats = tuple(dict.fromkeys((*same.formats, *job.formats)))
        jobs[job.path, job.key] = replace(job, formats=formats)
    problems = [*in_each_others_way(jobs.values())]
    if problems:
        raise UsageError(problems)
    return Prepared(tuple(jobs.values()), tuple(failed))


def check_count(count: int) -> None:
    if count >= MOST_DOCUMENTS:
        message = f"more than {MOST_DOCUMENTS:,} documents are due; let 'build' name fewer"
        raise UsageError([Problem(Place(SETTINGS_FILE), "too-many-documents", message)])


def path_of(about: str, planned: Planned, languages: tuple[str, ...]) -> Path:
    """`EDITION/ABOUT-KIND.LANG`; in a style or for a party that is named, in a folder for it."""
    order = planned.order
    folders: list[str] = [order.edition]
    folders += [planned.style] if planned.style is not None else []
    folders += [f"for-{order.perspective}"] if order.perspective is not None else []
    return Path(*folders, base_of(about, planned.kind, "-".join(languages)))


def in_each_others_way(jobs: Iterable[Job]) -> Iterator[Problem]:
    """Documents that differ and would have the same path."""
    seen: dict[Path, Job] = {}
    for job in jobs:
        if seen.setdefault(job.path, job) is not job:
            message = (
                f"two documents that differ would be written here; see 'build' in {SETTINGS_FILE}"
            )
            yield Problem(Place(job.path.as_posix()), "same-path", message)
