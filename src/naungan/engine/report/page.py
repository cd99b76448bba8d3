"""report.html: the snapshot on one self-contained page for screen, phone and paper.

No script, no outside file. Persons are never named on it: it is meant to be
passed around; the names stand in the workbook, with NIK masked.
"""

from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from naungan.engine.report import (
    coverage_figures,
    employer_figures,
    intake_figures,
    places,
    summary,
)
from naungan.engine.report.coverage_figures import Figure
from naungan.engine.report.places import Place
from naungan.engine.report.source import Source, opened
from naungan.engine.wording import (
    CATEGORY,
    FUNDER,
    LAW_DOUBT,
    LEVEL,
    NIK_STATE,
    SEGMENT,
    capitalised,
    finding_label,
    list_names,
)
from naungan.lib import dates, money, numbers
from naungan.lib.calendar_words import SHORT_MONTHS


TEMPLATES = Path(__file__).with_name("templates")
TOP_VILLAGES = 20
TOP_EMPLOYERS = 30
TOP_REASONS = 8
TOP_FILES = 40
TOP_LISTS = 8
NOTHING = "–"
# What `_inside` returns, empty: a published page leaves these parts out.
NOT_PUBLISHED: dict[str, Any] = {
    "statuses": [],
    "waiting": {},
    "unplaced": None,
    "employers": {},
    "most_employers": None,
    "by_finding": [],
    "visits": [],
    "reasons": [],
    "nik_states": {},
    "bases": [],
    "person_findings": [],
}


def write_page(snapshot_dir: Path, path: Path) -> int:
    """Write the page of a snapshot; return its size in bytes."""
    with opened(snapshot_dir) as source:
        text = _environment().get_template("page.html").render(page_content(source))
    data = text.encode("utf-8")
    unfinished = path.with_name(f".{path.name}")
    unfinished.write_bytes(data)
    unfinished.replace(path)
    return len(data)


def page_content(source: Source) -> dict[str, Any]:
    """Return everything the template shows, as plain values."""
    place = places.subject(source)
    universe = coverage_figures.main_universe(source)
    return {
        "place": place,
        "month": dates.month_label(source.month),
        "data_on": dates.format_date(dates.month_end(source.month)),
        "run": source.run,
        "manifest": source.manifest,
        "is_invented": intake_figures.is_invented(source),
        "totals": summary.current_totals(source),
        "main_key": universe,
        "main": universe and summary.universe_name(universe),
        "class_labels": coverage_figures.CLASS_LABELS,
        "nik_words": NIK_STATE,
        "groups": _groups(source, place, universe),
        **_regions(source, place, universe),
        **_months(source, place, universe),
        **_intake(source, place),
        "is_published": source.is_published,
        **(NOT_PUBLISHED if source.is_published else _inside(source, place)),
    }


def _regions(source: Source, place: Place, universe: str | None) -> dict[str, Any]:
    """Return the tiles, the league table, and the regions with the largest gap."""
    level = places.child_level(place.level)
    if level is None or universe is None:
        return {"level": None, "children": [], "legend": [], "gaps": []}
    children = coverage_figures.at_level(source, level, universe)
    below = places.child_level(level)
    grandchildren = coverage_figures.at_level(source, below, universe) if below else []
    smallest = grandchildren or children
    first = coverage_figures.first_month(source, level, universe)
    before = _figures_of(source, level, universe, first)
    return {
        "level": LEVEL[level],
        "below": below and LEVEL[below],
        "children": coverage_figures.by_share(children),
        "tiles": sorted(children, key=lambda figure: figure.place.code),
        "since": first if first < source.month else None,
        "changes": {
            f.place.code: coverage_figures.change(f, before.get(f.place.code))
            for f in children
        },
        "mosaic": _mosaic(grandchildren),
        "legend": _legend(smallest),
        "smallest": LEVEL[below or level],
        "smallest_count": len(smallest),
        "gaps": coverage_figures.by_gap(smallest)[:TOP_VILLAGES],
        "whole_gap": sum(f.gap or 0 for f in smallest),
        "most_count": coverage_figures.count_holding_most(smallest),
    }


def _figures_of(
    source: Source, level: str, universe: str, month: int
) -> dict[str, Figure]:
    figures = coverage_figures.at_level(source, level, universe, month)
    return {figure.place.code: figure for figure in figures}


def _groups(source: Source, place: Place, universe: str | None) -> list[dict[str, Any]]:
    """Return the figures by category and by who pays, each with its own heading."""
    made = (
        ("kategori", "Menurut kategori", "category", CATEGORY),
        ("dana", "Siapa yang membayar", "funder", FUNDER),
    )
    found = []
    for key, title, column, words in made:
        rows = coverage_figures.by_group(source, place, universe or "", column)
        named = [(words.get(code, code), figure) for code, figure in rows]
        found.append({"key": key, "title": title, "column": column, "rows": named})
    return [group for group in found if group["rows"]]


def _mosaic(figures: list[Figure]) -> dict[str, list[int | None]]:
    """Return the colour classes of the small regions within each larger one."""
    found: dict[str, list[int | None]] = {}
    for figure in coverage_figures.by_share(figures):
        parent = figure.place.code.rpartition(".")[0]
        found.setdefault(parent, []).append(figure.shade)
    return found


def _legend(figures: list[Figure]) -> list[dict[str, Any]]:
    """Count regions, people and gap in each class of the fixed colour scale."""
    rows = []
    for shade, label in enumerate(coverage_figures.CLASS_LABELS):
        own = [figure for figure in figures if figure.shade == shade]
        rows.append(
            {
                "shade": shade,
                "label": f"{label} %",
                "regions": len(own),
                "people": sum(figure.people or 0 for figure in own),
                "gap": sum(figure.gap or 0 for figure in own),
            }
        )
    hidden = [figure for figure in figures if figure.shade is None]
    if hidden:
        label = "tidak ditampilkan"
        rows.append({"shade": "x", "label": label, "regions": len(hidden)})
    return rows


def _months(source: Source, place: Place, universe: str | None) -> dict[str, Any]:
    """Return the segment × month matrix of the whole region, in one universe."""
    figures = [
        figure
        for figure in coverage_figures.of_region(source, place.level, place.code)
        if figure.universe == universe
        and source.month - coverage_figures.MONTHS_SHOWN < figure.month <= source.month
    ]
    first = min((figure.month for figure in figures), default=source.month)
    matrix: dict[str | None, dict[int, Figure]] = {}
    for figure in sorted(figures, key=_segment_order):
        matrix.setdefault(figure.segment, {})[figure.month] = figure
    return {"months": list(range(first, source.month + 1)), "matrix": matrix}


def _segment_order(figure: Figure) -> int:
    """Order the segments as the law does, all segments together first."""
    known = list(SEGMENT)
    if figure.segment is None:
        return -1
    return known.index(figure.segment) if figure.segment in known else len(known)


def _inside(source: Source, place: Place) -> dict[str, Any]:
    """Return what only offices may see: small counts, findings, and employers."""
    return {
        "statuses": intake_figures.statuses(source),
        "waiting": intake_figures.waiting(source),
        "unplaced": coverage_figures.unplaced(source),
        "employers": employer_figures.totals(source),
        "most_employers": employer_figures.most_of_gap(source, place),
        "by_finding": employer_figures.by_finding(source),
        "visits": employer_figures.first_visits(source, TOP_EMPLOYERS),
        "reasons": intake_figures.reject_reasons(source, TOP_REASONS),
        "nik_states": intake_figures.nik_states(source),
        "bases": intake_figures.legal_bases(source),
        "person_findings": intake_figures.person_findings(source),
    }


def _intake(source: Source, place: Place) -> dict[str, Any]:
    return {
        "inputs": intake_figures.inputs(source, TOP_FILES),
        "input_totals": intake_figures.input_totals(source),
        "overlaps": intake_figures.overlaps(source, place.code, TOP_LISTS),
    }


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        count=_count,
        percent=_percent,
        plain_percent=_plain_percent,
        points=_points,
        rupiah=money.format_rupiah,
        headline=money.format_rupiah_short,
        finding=finding_label,
        list_names=list_names,
        doubt=lambda tag: capitalised(LAW_DOUBT).get(tag, ""),
        month_head=_month_head,
        universe=summary.universe_name,
        css_text=_css_text,
        share_of=_share_of,
        segment_words=lambda segment: SEGMENT.get(segment, ""),
    )
    environment.globals["stylesheet"] = _stylesheet()
    return environment


def _count(value: int | None) -> str:
    return NOTHING if value is None else numbers.format_number(int(value))


def _percent(value: Decimal | None) -> str:
    return "< 10" if value is None else numbers.format_percent(value)


def _plain_percent(value: Decimal | None) -> str:
    """Write a percentage for a column whose head carries the sign."""
    return "< 10" if value is None else numbers.format_number(value, 1)


def _points(value: Decimal | None) -> str:
    if value is None:
        return NOTHING
    return numbers.format_points(value).removesuffix(" poin")


def _share_of(pair: tuple[int, int]) -> str:
    part, whole = pair
    return (
        numbers.format_number(numbers.percentage(part, whole), 1) if whole else NOTHING
    )


def _css_text(text: str) -> str:
    """Keep of a text what can stand in a quoted string of a style sheet."""
    return "".join(c for c in text if c.isalnum() or c in " .,-/()–·:")


def _month_head(month: int) -> str:
    """Write "Okt 26" over a narrow column; the page says which year it is about."""
    short = SHORT_MONTHS[month % 12]
    return f"{short} {month // 12 % 100:02d}"


def _stylesheet() -> str:
    return (TEMPLATES / "page.css").read_text(encoding="utf-8")
