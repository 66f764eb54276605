"""What a corpus teaches of offices: who was called what, between which days, for a person to review.

Nothing is learned silently: the candidates are printed as rows of a user's registry file, with how often each was told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.record import Actor, ActorKind, Role, RoleBasis

_FORMER = "former "


@dataclass
class Candidate:
    """An office that reports gave to a name: the days of the first and the last report, and how many told it."""

    name: str
    title: str
    country: str | None
    sector: str | None
    organization: str | None
    days: list[str] = field(default_factory=list)
    outlets: set[str] = field(default_factory=set)
    reports: int = 0

    @property
    def code(self) -> str | None:
        """The CAMEO code; None where neither country nor sector was told."""
        return f"{self.country or ''}{self.sector or ''}" or None


def candidates(
    told: Iterable[tuple[str | None, str | None, Iterable[Actor]]], fewest: int = 2
) -> list[Candidate]:
    """The offices that at least `fewest` reports tell of a full name, most told first.

    Args:
        told: day of publication (ISO), outlet, and actors of each report.
        fewest: in how many reports an office must be told.
    """
    found: dict[tuple[str, str, str | None], Candidate] = {}
    for day, outlet, actors in told:
        for key, candidate in dict(_offices(actors)).items():
            known = found.setdefault(key, candidate)
            known.reports += 1
            known.days += [day] if day else []
            known.outlets |= {outlet} if outlet else set()
    kept = [candidate for candidate in found.values() if candidate.reports >= fewest]
    return sorted(kept, key=lambda c: (-c.reports, c.name, c.title))


def _offices(actors: Iterable[Actor]) -> Iterator[tuple[tuple[str, str, str | None], Candidate]]:
    for actor in actors:
        if actor.kind is ActorKind.PERSON and " " in actor.name:
            for role in actor.roles:
                if role.basis is RoleBasis.TEXT and not role.title.startswith(_FORMER):
                    yield (actor.name, role.title, role.country), _candidate(actor, role)


def _candidate(actor: Actor, role: Role) -> Candidate:
    return Candidate(actor.name, role.title, role.country or actor.country, actor.sector, role.organization)


def as_toml(found: Iterable[Candidate]) -> Iterator[str]:
    """The candidates as tables of a registry file, one text each; those without a code are comments."""
    for candidate in found:
        first, last = (min(candidate.days), max(candidate.days)) if candidate.days else (None, None)
        lines = [
            f"# told by {candidate.reports} reports of {len(candidate.outlets)} outlets"
            + (f", {first} to {last}" if first else ", undated"),
            "[[actor]]",
            f"name = {_quoted(candidate.name)}",
            f"code = {_quoted(candidate.code or '')}",
            f"role = {_quoted(candidate.title)}",
            *([f'start = "{first}"'] if first else []),
        ]
        if candidate.organization:
            lines.insert(1, f"# of {candidate.organization}".replace("\n", " "))
        yield "\n".join(
            lines if candidate.code else [line if line[0] == "#" else f"# {line}" for line in lines]
        )


def _quoted(text: str) -> str:
    """A basic TOML string; control characters of a hostile text do not pass."""
    kept = "".join(character if character.isprintable() else " " for character in text)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'
