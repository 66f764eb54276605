"""Pictures of a ledger: timeline, dyads, map, figure series, as Vega-Lite charts written by Altair, offline.

Needs the extra `plot` (altair, vl-convert-python). HTML carries its scripts within it; nothing is fetched.
"""

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from onrecord.analysis.occurrences import occurrences
from onrecord.analysis.parties import group_of
from onrecord.analysis.series import dyads, series
from onrecord.errors import UsageError
from onrecord.ledger import EventRow, FigureRow

FORMATS = ("html", "svg", "png")
_SCALE = 2.0
_LONGEST = 90
_QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
_COLOURS = ["#4c9a8f", "#2f6f9f", "#e0a458", "#b5423c"]
_MOST = 30
"""Rows of the timeline and of the dyad matrix: the most told ones."""


def timeline(rows: Iterable[EventRow]) -> Any:
    """Each occurrence as a mark on the line of its pair, coloured by quad class."""
    found = [
        {"day": one.day[:10], "pair": _pair(one.first), "class": one.first.type, "quad": _QUADS[one.first.quad],
         "status": one.first.status, "reports": one.reports, "words": _short(one.first.words), "id": one.first.id}
        for one in occurrences(rows)
        if one.day is not None
    ]  # fmt: skip
    altair = _altair()
    kept = _most(found, "pair")
    return (
        altair.Chart(altair.Data(values=[row for row in found if row["pair"] in kept]), title="Timeline", width=640)
        .mark_point(filled=True, size=80, opacity=0.8)
        .encode(
            x=altair.X("day:T", title="day"), y=altair.Y("pair:N", title=None, sort=kept),
            color=altair.Color("quad:N", title=None, scale=altair.Scale(domain=[*_QUADS.values()], range=_COLOURS)),
            shape=altair.Shape("status:N", title="told as"),
            tooltip=["day:T", "class:N", "status:N", "reports:Q", "words:N", "id:N"],
        )
    )  # fmt: skip


def dyad_matrix(rows: Iterable[EventRow]) -> Any:
    """How many events each actor did to each recipient."""
    counted: dict[tuple[str, str], int] = {}
    for dyad in dyads(rows):
        counted[dyad.actor, dyad.recipient] = counted.get((dyad.actor, dyad.recipient), 0) + dyad.events
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[: _MOST * 4]
    found = [
        {"actor": actor, "recipient": recipient, "events": events} for (actor, recipient), events in most
    ]
    altair = _altair()
    return (
        altair.Chart(altair.Data(values=found), title="Who does to whom")
        .mark_rect()
        .encode(
            x=altair.X("recipient:N"), y=altair.Y("actor:N"),
            color=altair.Color("events:Q", scale=altair.Scale(scheme="teals")), tooltip=["actor:N", "recipient:N", "events:Q"],
        )
    )  # fmt: skip


def map_of(rows: Iterable[EventRow]) -> Any:
    """Events with a place of their own, on a grid of degrees; statements are not put on the map."""
    found = [
        {"lat": row.place.lat, "lon": row.place.lon, "place": row.place.name, "class": row.type, "quad": _QUADS[row.quad],
         "day": (row.start or "")[:10], "words": _short(row.words), "id": row.id}
        for row in rows
        if row.place is not None and row.place.lat is not None
    ]  # fmt: skip
    altair = _altair()
    grid = altair.Chart(altair.graticule(step=[10, 10])).mark_geoshape(stroke="#dddddd", strokeWidth=0.5)
    points = (
        altair.Chart(altair.Data(values=found))
        .mark_circle(size=60, opacity=0.7)
        .encode(
            longitude="lon:Q", latitude="lat:Q",
            color=altair.Color("quad:N", title=None, scale=altair.Scale(domain=[*_QUADS.values()], range=_COLOURS)),
            tooltip=["place:N", "class:N", "day:N", "words:N", "id:N"],
        )
    )  # fmt: skip
    named = altair.Chart(altair.Data(values=_once(found))).mark_text(dy=-10, fontSize=9).encode(
        longitude="lon:Q", latitude="lat:Q", text="place:N"
    )  # fmt: skip
    return altair.layer(grid, points, named).project("equirectangular", **_fitted(found)).properties(
        title="Where", width=640, height=380
    )  # fmt: skip


def figure_series(rows: Iterable[FigureRow]) -> Any:
    """What each source says how many there were, day by day; a range as a bar."""
    found = [
        {"day": point.day[:10], "source": point.source, "of": point.counts, "low": point.low, "high": point.high,
         "words": _short(point.words), "id": point.figure}
        for point in series(rows)
        if point.day is not None and point.low is not None
    ]  # fmt: skip
    altair = _altair()
    base = altair.Chart(altair.Data(values=found), title="Figures by source", width=640).encode(
        x=altair.X("day:T", title="day"), color=altair.Color("source:N", title="says"),
        tooltip=["day:T", "source:N", "of:N", "low:Q", "high:Q", "words:N", "id:N"],
    )  # fmt: skip
    return base.mark_rule().encode(y=altair.Y("low:Q", title="figure"), y2="high:Q") + base.mark_point(
        filled=True, size=60
    ).encode(y="low:Q")


PICTURES: dict[str, Callable[[Iterable[Any]], Any]] = {
    "timeline": timeline, "dyads": dyad_matrix, "map": map_of, "figures": figure_series,
}  # fmt: skip


def save(chart: Any, path: str | Path) -> None:
    """Write a chart as HTML, SVG or PNG, by the file's suffix; nothing is fetched, then or when it is opened.

    Raises:
        UsageError: the suffix is none of these.
    """
    file = Path(path)
    form = file.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise UsageError(
            f"{file.name!r}: a picture is {', '.join(FORMATS)}.", remedy="Give -o a name with such a suffix."
        )
    convert = _needed("vl_convert")
    spec = chart.to_json()
    if form == "html":
        file.write_text(convert.vegalite_to_html(spec, bundle=True), encoding="utf-8")
    elif form == "svg":
        file.write_text(convert.vegalite_to_svg(spec), encoding="utf-8")
    else:
        file.write_bytes(convert.vegalite_to_png(spec, scale=_SCALE))


def _altair() -> Any:
    return _needed("altair")


def _needed(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as cause:
        raise UsageError(
            f"a picture needs {name}, which is not installed.", remedy="Run `pip install 'onrecord[plot]'`."
        ) from cause


def _pair(row: EventRow) -> str:
    left = ", ".join(dict.fromkeys(map(group_of, row.actors))) or "?"
    right = ", ".join(dict.fromkeys(map(group_of, row.recipients))) or "?"
    return f"{left} – {right}" if row.reciprocal else f"{left} → {right}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _most(found: list[dict[str, Any]], key: str) -> list[str]:
    counted: dict[str, int] = {}
    for row in found:
        counted[row[key]] = counted.get(row[key], 0) + 1
    return sorted(counted, key=lambda name: (-counted[name], name))[:_MOST]


def _once(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({row["place"]: row for row in found}.values())


def _fitted(found: list[dict[str, Any]]) -> dict[str, Any]:
    """The projection's settings that show all points: centre, and a scale by their extent."""
    if not found:
        return {}
    lats, lons = [row["lat"] for row in found], [row["lon"] for row in found]
    wide, high = max(max(lons) - min(lons), 5.0), max(max(lats) - min(lats), 4.0)
    scale = min(640 / wide, 380 / high) * 57.3 * 0.75
    return {
        "center": [(max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2],
        "scale": scale,
        "translate": [320, 190],
    }
