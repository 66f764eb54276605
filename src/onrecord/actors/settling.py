"""What is settled once the whole report is read: terms of known leaders, and the country of those told without one."""

from collections import Counter

from onrecord.actors.company import Company
from onrecord.actors.drafts import Draft
from onrecord.actors.leaders import Leadership, leaderships
from onrecord.actors.lexicon import STATE_SECTORS, head_offices, national_offices
from onrecord.record import ActorKind

_GENERIC = frozenset(
    "leader leaders representative representatives foreign several other additional un united world".split()
)
"""Words with which a description may well mean others than the report's own officials."""
_FORCES = frozenset("troops soldiers forces fighters soldier peacekeepers".split())
"""Those who are as often a visitor's as the country's own."""


def settle(company: Company) -> None:
    """Fill in what single mentions could not tell."""
    surnames = Counter(
        d.name.split()[-1] for d in company.drafts if d.kind is ActorKind.PERSON and d.mentions
    )
    for draft in company.drafts:
        if draft.kind is ActorKind.PERSON and (draft.titles or surnames[draft.name.split()[-1]] == 1):
            _know_leader(company, draft)
    for draft in company.drafts:
        if draft.country is None and draft.master is not None:
            draft.country = draft.master.country
        elif draft.country is None and draft.code is None and _serves_a_state(draft):
            _give_country(company, draft)


def _know_leader(company: Company, draft: Draft) -> None:
    """Dates and country from the list of leaders, for whoever the report calls one, or names by surname alone."""
    title = next((title for title in draft.titles if title.removeprefix("former ") in head_offices()), None)
    if title is None and (draft.country or company.day is None or not _told_as_known(company, draft)):
        return
    terms = [term for term in leaderships(draft.name) if _fits(company, draft, term, title)]
    if not terms or len({term.iso3 for term in terms}) > 1:
        return
    for term in terms:
        draft.know(title or "head of state or government", term.iso3, term.start, term.end)
    draft.country = draft.country or terms[0].iso3
    if all(term.end and company.day and term.end <= company.day for term in terms):
        draft.sector = "ELI"
    draft.sector = draft.sector or "GOV"
    draft.reasons.append(f"registry: led {terms[0].iso3} from {terms[0].start}")


def _told_as_known(company: Company, draft: Draft) -> bool:
    """Whether a report names somebody without an office as all readers know him: by a rare surname alone."""
    surname = draft.name.split()[-1]
    alone = any(span.end - span.start == len(surname) for span in draft.mentions)
    return alone and company.registry.is_rare(surname)


def _fits(company: Company, draft: Draft, term: Leadership, title: str | None) -> bool:
    if any(role.organization for role in draft.roles) or (draft.country or term.iso3) != term.iso3:
        return False
    day = company.day
    if title is not None and title.startswith("former "):
        return day is None or term.start < day
    holds = term.holds(day) if day else not term.end
    return holds and (title is not None or company.country == term.iso3)


def _serves_a_state(draft: Draft) -> bool:
    """Whether the sector is a state's, told by the office itself or by a body of the state ("Army Secretary")."""
    return draft.sector is not None and draft.sector.startswith(STATE_SECTORS)


def _give_country(company: Company, draft: Draft) -> None:
    """The report's country for its officials and bodies; not where another people or body is told with them."""
    words = draft.name.split()
    country = next((c for title in draft.titles if (c := national_offices().get(title))), company.country)
    if country is None or not _GENERIC.isdisjoint(word.lower() for word in words):
        return
    if draft.kind is ActorKind.UNNAMED and (any(w[0].isupper() for w in words[1:]) or words[-1] in _FORCES):
        return
    draft.country = country
    draft.reasons.append(
        f"the report's country: {country}" if country == company.country else f"an office of {country}"
    )
