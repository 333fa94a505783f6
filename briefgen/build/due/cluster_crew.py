"""Workers of a Dask cluster, once each of them is known to make the same documents."""

import logging
import socket
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefgen.build.due.crews import Crew, Work
from briefgen.build.due.program import Versions, differences, machine_versions
from briefgen.problems import MachineError, Place, Problem, UsageError

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 20
"""Seconds to wait for the scheduler and for a first worker."""
NO_DASK = (
    "a cluster needs Dask, which is not installed; run 'pip install briefgen[cluster]', here and on"
    " every machine of the cluster"
)
BAD_ADDRESS = "this is no scheduler's address; write it as tcp://host:8786"
NO_SCHEDULER = "no Dask scheduler answers here; is it running, and can this machine reach it?"
NO_WORKERS = "the scheduler has no workers; start some with 'dask worker ADDRESS --nthreads 1'"
DIFFERS = "this worker would make other documents: {}; install there what is installed here"
UNABLE = "this worker can't tell what is installed there ({}); is briefgen, the same version?"


@contextmanager
def cluster_crew(address: str, work: Work, tell: Callable[[], Versions]) -> Iterator[Crew]:
    """The workers of a scheduler, each of which does a job with `work`, after `tell` was asked.

    Raises UsageError for a bad address; MachineError where there is no scheduler, no worker, or
    one on which something that makes documents has another version.
    """
    with connected(address) as client:
        from distributed import KilledWorker

        check_alike(client.run(tell, on_error="return"))
        size = sum(client.nthreads().values())

        @contextmanager
        def hired(_: int) -> Iterator[Executor]:
            executor: Executor = client.get_executor(pure=False)
            try:
                yield executor
            finally:
                executor.shutdown(wait=False)

        yield Crew(
            hired,
            work,
            size=size,
            ahead=size * 2,
            killed=(KilledWorker,),
            missing=lambda: missing(client, address),
        )


@contextmanager
def connected(address: str) -> "Iterator[Client]":
    """A scheduler that has workers; what Dask would say of it is said better here."""
    try:
        from distributed import Client
    except ImportError as error:
        raise MachineError([Problem(Place(address), "no-dask", NO_DASK)]) from error
    with silence():
        check_reachable(address)
        client = opened(Client, address)
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            client.close()
            raise MachineError([Problem(Place(address), "no-workers", NO_WORKERS)]) from error
        try:
            yield client
        finally:
            client.close()


@contextmanager
def silence() -> Iterator[None]:
    """Keeps Dask, and what it speaks through, from logging and warning of what is told here."""
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)


def check_reachable(address: str) -> None:
    """Raises UsageError for what is no address, MachineError where nobody listens.

    Dask itself takes very long to give up on a host that there isn't.
    """
    from distributed.comm import get_address_host_port

    try:
        host_and_port = get_address_host_port(address, strict=True)
    except (ValueError, NotImplementedError) as error:
        raise UsageError([Problem(Place(address), "bad-address", BAD_ADDRESS)]) from error
    try:
        socket.create_connection(host_and_port, PATIENCE).close()
    except OSError as error:
        raise MachineError([Problem(Place(address), "no-scheduler", NO_SCHEDULER)]) from error


def opened(client: "type[Client]", address: str) -> "Client":
    try:
        return client(address, timeout=PATIENCE, set_as_default=False)
    except OSError as error:  # a TimeoutError is one
        raise MachineError([Problem(Place(address), "no-scheduler", NO_SCHEDULER)]) from error


def check_alike(told: Mapping[str, Versions | BaseException]) -> None:
    """Raises MachineError for workers that would make other documents than this machine."""
    here, problems = machine_versions(), []
    for worker, there in sorted(told.items()):
        if isinstance(there, BaseException):
            message = UNABLE.format(f"{type(there).__name__}: {there}")
            problems.append(Problem(Place(worker), "unable", message))
        elif differing := [*differences(here, there)]:
            message = DIFFERS.format(", ".join(differing))
            problems.append(Problem(Place(worker), "differs", message))
    if problems:
        raise MachineError(problems)


def missing(client: "Client", address: str) -> str:
    """Why no result can come any more; nothing as long as there is a worker, or soon is again."""
    gone = f"the scheduler at {address} went away"
    if client.status != "running":
        return gone
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        return f"the scheduler at {address} has no workers any more"
    except OSError:
        return gone
    return ""
