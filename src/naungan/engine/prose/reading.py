"""Read a report of a meeting into a draft event: the door of this package.

    draft = read_report(text, read_on=date(2026, 11, 22))

Grammar and word lists, nothing learned and nothing asked of a network: the same
text gives the same draft, and every fact holds the words that it came from.
"""

from dataclasses import replace
from datetime import date
from typing import Final

from naungan.engine.prose.draft import Counts, Draft, Participant, Territory
from naungan.engine.prose.facts.checks import read_remarks
from naungan.engine.prose.facts.commitments import read_promises
from naungan.engine.prose.facts.figures import read_figures
from naungan.engine.prose.facts.kinds import read_kinds
from naungan.engine.prose.facts.occasion import read_when
from naungan.engine.prose.facts.organisers import read_organisers
from naungan.engine.prose.facts.regulations import read_regulations
from naungan.engine.prose.facts.shares import bound, parts_in
from naungan.engine.prose.facts.territory import read_regions
from naungan.engine.prose.facts.themes import (
    read_obstacles,
    read_programmes,
    read_topics,
)
from naungan.engine.prose.facts.venue import read_venue
from naungan.engine.prose.page.report import Report, report_of
from naungan.engine.prose.present.participants import read_participants
from naungan.engine.prose.present.unnamed import read_groups
from naungan.lib.errors import InputRefused


MOST_LETTERS: Final = 200_000  # a long set of minutes; reading takes seconds then
LEVELS: Final = {"provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota"}


def read_report(text: str, *, read_on: date) -> Draft:
    """Read one report; `read_on` is the latest day its event can have been held.

    Raises InputRefused when the text holds no sentence, or far too many.
    """
    if len(text) > MOST_LETTERS:
        raise InputRefused(
            "Naskah ini lebih panjang dari 200.000 huruf; pilih bagian kegiatannya."
        )
    report = report_of(text)
    if not report.told:
        raise InputRefused("Tidak ada kalimat yang dapat dibaca dalam teks ini.")
    return _drafted(report, read_on)


def read_counts(sentence: str) -> Counts:
    """Read the figures of one sentence, each share with the counts that it is of."""
    report = report_of(" ".join(sentence.split()))
    figures = bound(report, read_figures(report))
    return Counts(figures, next(parts_in(report, figures), None))


def _drafted(report: Report, read_on: date) -> Draft:
    regions = read_regions(report)
    main = regions[0].name if regions else ""
    organisers = tuple(
        (_of_region(name, regions), words) for name, words in read_organisers(report)
    )
    names = tuple(name for name, _ in organisers)
    people = tuple(
        _placed(one, names) for one in read_participants(report, names, main)
    )
    when = read_when(report, read_on)
    figures = bound(report, read_figures(report))
    regulations = read_regulations(report)
    venue, city = read_venue(report)
    return Draft(
        headline=report.headline,
        outlet=report.dateline.outlet,
        body=report.body,
        kinds=read_kinds(report),
        when=when,
        venue=venue,
        city=city,
        regions=regions,
        organisers=organisers,
        participants=people,
        groups=read_groups(report),
        topics=read_topics(report),
        regulations=regulations,
        programmes=read_programmes(report),
        figures=figures,
        promises=read_promises(report, people, names),
        obstacles=read_obstacles(report),
        remarks=read_remarks(report, when, figures, regulations),
    )


def _of_region(name: str, regions: tuple[Territory, ...]) -> str:
    """ "Pemerintah daerah setempat" is the government of the event's region."""
    bare = {
        "Pemerintah Daerah": None,
        **{f"Pemerintah {word}": level for level, word in LEVELS.items()},
    }
    if name not in bare:
        return name
    level = bare[name]
    fitting = [one for one in regions if level in (None, one.level)]
    return f"Pemerintah {fitting[0].name}" if fitting else name


def _placed(person: Participant, organisers: tuple[str, ...]) -> Participant:
    """Give an inspector without an office the service that held the event."""
    if person.institution:
        return person
    low = person.position.lower()
    signs = {
        "BPJS Ketenagakerjaan": (
            "kepesertaan",
            "iuran",
            "bpjs",
            "account",
            "pemeriksa",
            "cabang",
            "bpu",
        ),
        "Dinas": (
            "pengawas",
            "norma",
            "gakum",
            "gakkum",
            "fungwas",
            "hubungan industrial",
            "mediator",
        ),
        "Kejaksaan": ("datun", "jaksa", "intelijen", "perdata"),
    }
    for front, words in signs.items():
        if any(word in low for word in words):
            office = next((name for name in organisers if name.startswith(front)), "")
            return replace(person, institution=office)
    return person
