"""The JSON Schemas: current, satisfied by the register, and not by a slip of the keys."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefgen.register.schemas import schemas
from briefgen.register.source import read_source

ROOT = Path(__file__).parents[1]
FILES = {
    "briefgen": ["briefgen.yaml"],
    "parties": ["data/parties.yaml"],
    "people": ["data/people.yaml"],
    "areas": ["data/areas.yaml"],
    "sources": ["data/sources.yaml"],
    "mechanism": ["data/mechanisms/*/mechanism.yaml"],
    "session": ["data/mechanisms/*/[0-9]*.yaml"],
}


def test_the_schemas_in_the_tree_are_those_of_today() -> None:
    written = {
        path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8"))
        for path in (ROOT / "schemas").glob("*.schema.json")
    }
    assert written == schemas()


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_the_register_fits_its_schema(name: str) -> None:
    paths = [path for pattern in FILES[name] for path in ROOT.glob(pattern)]
    assert paths
    for path in paths:
        assert mistakes(name, plain(read_source(path.read_bytes(), path.name).tree)) == []


def test_all_files_of_the_register_are_looked_at() -> None:
    seen = {path for patterns in FILES.values() for each in patterns for path in ROOT.glob(each)}
    assert seen == {ROOT / "briefgen.yaml", *(ROOT / "data").rglob("*.yaml")}


def test_a_slip_of_a_key_and_a_wrong_word_are_told() -> None:
    session = {"status": "hled", "hots": "lang-son", "sources": ["langson-2019"]}
    found = mistakes("session", session)
    assert any("'hots' was unexpected" in each for each in found)
    assert any("'hled' is not one of" in each for each in found)


def mistakes(name: str, content: Any) -> list[str]:
    schema: Any = schemas()[name]
    Draft202012Validator.check_schema(schema)
    return [error.message for error in Draft202012Validator(schema).iter_errors(content)]


def plain(tree: Any) -> Any:
    """A tree as JSON has it: lists for tuples, numbers for decimals."""
    return json.loads(json.dumps(tree, default=float))
