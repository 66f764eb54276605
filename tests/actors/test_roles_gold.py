"""The gold of roles, in our own words: title, country, organisation and dates of a person's office."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.actors import find_actors, load_registry
from onrecord.record import RoleBasis

GOLD = Path(__file__).parents[1] / "gold" / "actors_roles.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def misses(case: dict[str, Any], parse: Any) -> list[str]:
    """What the gold has and the person has not."""
    cast = find_actors(parse(case["text"], case["published"]), load_registry())
    actor = next((a for a in cast.actors if a.name == case["name"]), None)
    if actor is None:
        return [f"no {case['name']}"]
    wrong = []
    if "code" in case and actor.code != case["code"]:
        wrong.append(f"code {actor.code}, not {case['code']}")
    if actor.code is not None and actor.code == case.get("absent_code"):
        wrong.append(f"code {actor.code}")
    if case.get("organization_code") and not (actor.code and actor.country is None):
        wrong.append(f"code {actor.code}, not the organisation's")
    if case.get("registry_role") and not any(r.basis is RoleBasis.REGISTRY and r.start for r in actor.roles):
        wrong.append("no dated role of the registry")
    told = [
        {key: getattr(role, key) for key in ("title", "country", "organization", "start", "end")}
        for role in actor.roles
        if role.basis is RoleBasis.TEXT
    ]
    if case.get("roles") == [] and told:
        wrong.append(f"roles {told}")
    return wrong + [f"no role {role}, but {told}" for role in case.get("roles", []) if role not in told]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_gold_role(case: dict[str, Any], parse: Any) -> None:
    known = case.get("known_miss")
    if known is None:
        assert misses(case, parse) == []
    else:
        assert misses(case, parse), f"a known miss that passes must be unlisted: {known}"
