"""On what machine, and with which programs and libraries, something was measured."""

import datetime
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = (
    *("briefgen", "weasyprint", "pydyf", "tinycss2", "tinyhtml5", "fonttools", "python-docx"),
    *("lxml", "xlsxwriter", "jinja2", "pydantic", "pyyaml", "babel", "typer", "matplotlib"),
    *("docxtpl", "typst"),
)
PROGRAMS = ("soffice", "pandoc")


def surroundings(briefgen: Sequence[str]) -> Mapping[str, str]:
    """What the figures depend on, by name."""
    told = {
        "Date": datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "Processor": matched(r"model name\s*: (.*)", "/proc/cpuinfo") or platform.processor(),
        "Cores": f"{len(os.sched_getaffinity(0))} of {os.cpu_count()}",
        "Memory": memory(),
        "System": matched(r'PRETTY_NAME="(.*)"', "/etc/os-release") or platform.system(),
        "Kernel": platform.release(),
        "Load before": f"{os.getloadavg()[0]:.1f}",
        "Python": platform.python_version(),
        "Pango": pango(briefgen),
    }
    libraries = {name: library(name) for name in LIBRARIES}
    return {**told, **libraries, **{name: program(name) for name in PROGRAMS}}


def matched(pattern: str, path: str) -> str:
    file = Path(path)
    found = re.search(pattern, file.read_text("utf-8")) if file.is_file() else None
    return found[1].strip() if found else ""


def memory() -> str:
    kibibytes = matched(r"MemTotal:\s*(\d+)", "/proc/meminfo")
    return f"{int(kibibytes) / 2**20:.1f} GiB" if kibibytes else "not known"


def pango(briefgen: Sequence[str]) -> str:
    """As `briefgen doctor` tells it."""
    found = re.search(r"Pango: ([\d.]+)", output(*briefgen, "doctor"))
    return found[1] if found else "missing"


def library(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def program(name: str) -> str:
    if not shutil.which(name):
        return "missing"
    first = output(name, "--version").partition("\n")[0]
    return re.sub(r"^\w+ ", "", first).strip()


def output(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8").stdout
