"""The parts of papers of a meeting: what it was, who came, what was said and agreed.

All of it is read from content that was gathered once; nothing is looked up here.
"""

from collections.abc import Callable, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

from naungan.lib.dates import format_date
from naungan.lib.numbers import format_number
from naungan.web.letters import blocks
from naungan.web.letters.blocks import Block, Heading
from naungan.web.letters.facts import Consent
from naungan.web.letters.one_part import Annex, Setting
from naungan.web.letters.told import Untold


MOST_ROWS_INSIDE: Final = 12
GROUP: Final = 8  # signs of a hash that are read together
NOTHING: Final = "–"
Row = Mapping[str, Any]


def gathered(one: Setting, name: str, why: str) -> Any:
    """Give what was gathered under a name; ask for it where there is nothing."""
    meeting = one.facts.gathering
    found = meeting.content.get(name) if meeting else None
    if not found:
        raise Untold(why)
    return found


def _facts(one: Setting) -> list[Block]:
    """Set what a meeting is, when and where, and who holds it."""
    meeting = one.facts.gathering
    if meeting is None:
        raise Untold("rapat yang dimaksud")
    said = meeting.content
    day = said["when"]
    if said["date_reason"]:
        day = f"{day} (disimpulkan: {said['date_reason']})"
    rows = [
        ("Acara", said["title"]),
        ("Jenis", ", ".join(said["kinds"])),
        ("Hari, tanggal", day),
        ("Pukul", said["time"]),
        ("Tempat", said["place"]),
        ("Wilayah", said["region"]),
        ("Penyelenggara", ", ".join(said["organisers"] or [said["keeper"]])),
    ]
    return one.opened(blocks.pairs([row for row in rows if row[1]]))


def _when(one: Setting) -> list[Block]:
    """Set to what somebody is invited: the day, the hour and the place must be known."""
    meeting = one.facts.gathering
    said = meeting.content if meeting else {}
    if not (said.get("when") and said.get("time") and said.get("place")):
        raise Untold("hari, jam, dan tempat rapat")
    rows = [
        ("Hari, tanggal", said["when"]),
        ("Pukul", said["time"]),
        ("Tempat", said["place"]),
        ("Acara", said["title"]),
    ]
    return one.opened(blocks.pairs(rows))


def _bases(one: Setting) -> list[Block]:
    return one.opened(blocks.points(gathered(one, "bases", "dasar hukum rapat")))


def _agenda(one: Setting) -> list[Block]:
    """Set the points of the agenda with whoever speaks to them."""
    items = [
        f"{item['text']} ({item['speaker']})" if item["speaker"] else item["text"]
        for item in gathered(one, "agenda", "agenda rapat")
    ]
    return one.opened(blocks.points(items))


def _attended(one: Setting) -> list[Block]:
    """Set who came; a long list as an annex, the count always inside."""
    rows = [
        row for row in gathered(one, "attendance", "daftar hadir") if row["present"]
    ]
    if not rows:
        raise Untold("siapa yang hadir")
    people = sum(_people(row) for row in rows)
    table = blocks.table(_ATTENDED, [_attendee(*row) for row in enumerate(rows, 1)])
    counted = blocks.paragraph(f"Yang tercatat hadir {format_number(people)} orang.")
    if any(row["group"] and row["people"] is None for row in rows):
        counted = blocks.paragraph(
            f"Yang tercatat hadir {format_number(people)} orang, belum termasuk "
            "kelompok yang tidak dihitung."
        )
    if len(rows) <= MOST_ROWS_INSIDE:
        return one.opened(counted, table)
    one.annexes.append(Annex("Daftar hadir", [table]))
    return one.opened(counted, blocks.paragraph("Daftarnya ada dalam lampiran."))


def _people(row: Row) -> int:
    if not row["group"]:
        return 1
    counted: int = row["people"] or 0
    return counted


def _attendee(number: int, row: Row) -> list[str]:
    name = row["name"] or NOTHING
    if row["group"]:
        counted = f" ({format_number(row['people'])} orang)" if row["people"] else ""
        name = f"{row['name'] or row['position'] or row['institution']}{counted}"
    place = ", ".join(
        part for part in (row["position"], row["institution"]) if part and part != name
    )
    role = row["role"]
    if row["represents"]:
        role = f"{role}, mewakili {row['represents']}"
    return [str(number), name, place or NOTHING, role]


_ATTENDED: Final[Sequence[Heading]] = (
    ("No.", "right", 0.5),
    ("Nama", "left", 2.2),
    ("Jabatan dan lembaga", "left", 3.0),
    ("Peran", "left", 1.8),
)


def _discussed(one: Setting) -> list[Block]:
    """Set each point of the agenda with what was discussed and said under it."""
    found = one.opened()
    for number, item in enumerate(gathered(one, "agenda", "agenda rapat"), 1):
        said = item.get("said", ())  # versions of before know no statements of a point
        told = item["discussed"] or (
            "" if said else "Tidak ada pembahasan yang dicatat."
        )
        found.append(blocks.subheading(f"{number}. {item['text']}"))
        found += [blocks.paragraph(line) for line in told.splitlines() if line.strip()]
        if said:
            found.append(blocks.points([_statement(row) for row in said]))
    return found


def _said(one: Setting) -> list[Block]:
    """Set what was said by theme, with who said it and how they stood to it."""
    found = one.opened()
    for theme in gathered(one, "statements", "pernyataan peserta"):
        found.append(blocks.subheading(theme["theme"] or "Tanpa tema"))
        found.append(blocks.points([_statement(row) for row in theme["said"]]))
    return found


def _statement(row: Row) -> str:
    stance = f" ({row['stance']})" if row["stance"] else ""
    return (
        f"{row['who']}: {row['text']}{stance}" if row["who"] else row["text"] + stance
    )


def _figures(one: Setting) -> list[Block]:
    """Set the numbers; a sentence stands once, and its further numbers under it."""
    found = gathered(one, "figures", "angka yang disebut")
    before = ({}, *found)
    rows = [
        [_named(row, last), row["value"], row["check"] or NOTHING]
        for row, last in zip(found, before, strict=False)
    ]
    return one.opened(blocks.table(_FIGURES, rows))


def _named(row: Row, last: Row) -> str:
    """Name a number by its sentence, or by its own words under the one before it."""
    meaning: str = row["meaning"]
    if meaning != last.get("meaning"):
        return meaning
    said = row.get("words") or row["value"]
    return f"{NOTHING} {row['of']}: {said}" if row.get("of") else f"{NOTHING} {said}"


_FIGURES: Final[Sequence[Heading]] = (
    ("Angka yang disebut", "left", 3.0),
    ("Nilai", "right", 1.6),
    ("Dihitung ulang", "left", 2.6),
)


def _hindered(one: Setting) -> list[Block]:
    rows = gathered(one, "obstacles", "hambatan")
    return one.opened(blocks.points([f"{row['kind']}: {row['text']}" for row in rows]))


def _recommended(one: Setting) -> list[Block]:
    items = [
        f"{row['text'].removesuffix('.')} (kepada {row['to']})"
        if row["to"]
        else row["text"]
        for row in gathered(one, "recommendations", "rekomendasi")
    ]
    return one.opened(blocks.points(items))


def _agreed(one: Setting) -> list[Block]:
    """Set what was agreed: who does what by when, and by which measure it is judged.

    What binds no more is not in the table: it stands under it, with the reason.
    """
    rows = gathered(one, "agreed", "apa yang disepakati, oleh siapa, dan kapan")
    bind = [row for row in rows if not row.get("ended")]
    ended = [row for row in rows if row.get("ended")]
    return one.opened(*_binding(bind), *_ended(ended))


def _binding(rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return [blocks.paragraph("Tidak ada kesepakatan yang masih berlaku.")]
    table = blocks.table(
        _AGREED,
        [
            [str(number), row["what"], row["owner"], row["due"], row["measure"]]
            for number, row in enumerate(rows, 1)
        ],
    )
    loose = sum(row["open_ended"] for row in rows)
    if not loose:
        return [table]
    note = (
        f"{loose} dari {len(rows)} kesepakatan belum lengkap: tanpa penanggung jawab, "
        "tenggat, atau ukuran."
    )
    return [table, blocks.paragraph(note)]


def _ended(rows: Sequence[Row]) -> list[Block]:
    if not rows:
        return []
    lines = [
        f"{row['what'].removesuffix('.')} ({row['owner']}): {row['ended']}"
        for row in rows
    ]
    return [
        blocks.paragraph("Kesepakatan yang tidak berlaku lagi:"),
        blocks.points(lines),
    ]


_AGREED: Final[Sequence[Heading]] = (
    ("No.", "right", 0.5),
    ("Apa", "left", 3.2),
    ("Siapa", "left", 2.0),
    ("Kapan", "left", 1.5),
    ("Ukuran", "left", 2.4),
)


def _activities(one: Setting) -> list[Block]:
    """Set the work programme: what, who, with whom, in which month, for how much."""
    rows = [
        [str(number), row["what"], row["owner"], row["partners"] or NOTHING]
        + [row["month"], row["budget"] or NOTHING]
        for number, row in enumerate(gathered(one, "activities", "program kerja"), 1)
    ]
    return one.opened(blocks.table(_ACTIVITIES, rows))


_ACTIVITIES: Final[Sequence[Heading]] = (
    ("No.", "right", 0.5),
    ("Kegiatan", "left", 2.8),
    ("Penanggung jawab", "left", 1.9),
    ("Mitra", "left", 1.7),
    ("Bulan", "left", 1.4),
    ("Anggaran", "right", 1.7),
)


def _sources(one: Setting) -> list[Block]:
    return one.opened(blocks.points(gathered(one, "sources", "sumber")))


def _version(one: Setting) -> list[Block]:
    """Say which version this is, and the hash that the parties approve."""
    meeting = one.facts.gathering
    if meeting is None or not meeting.sha256:
        raise Untold("versi yang diajukan")
    mark = " ".join(wrap(meeting.sha256, GROUP))
    rows = [("Versi", str(meeting.version)), ("Sidik isi (SHA-256)", mark)]
    return one.opened(blocks.pairs(rows))


def _consented(one: Setting) -> list[Block]:
    """Say who approved the version when, who objects and why, and who has yet to answer."""
    meeting = one.facts.gathering
    if meeting is None or not meeting.consents:
        raise Untold("siapa yang diminta menyetujui")
    table = blocks.table(_CONSENTED, [_consent(row) for row in meeting.consents])
    missing = [row.party for row in meeting.consents if row.moment is None]
    if not missing:
        return one.opened(table)
    waits = f"Belum menjawab: {'; '.join(missing)}."
    return one.opened(table, blocks.paragraph(waits))


def _consent(row: Consent) -> list[str]:
    if row.moment is None:
        return [row.party, "belum menjawab", NOTHING]
    verdict = f"berkeberatan: {row.reason}" if row.reason else "menyetujui"
    when = f"{format_date(row.moment)} pukul {row.moment:%H.%M}"
    said = f"{verdict}, {when}, sidik {row.sha256[:GROUP]}"
    return [row.party, said, row.official]


_CONSENTED: Final[Sequence[Heading]] = (
    ("Pihak", "left", 2.4),
    ("Persetujuan", "left", 2.8),
    ("Pejabat", "left", 2.4),
)


KINDS: Final[dict[str, Callable[[Setting], list[Block]]]] = {
    "event_facts": _facts,
    "event_when": _when,
    "event_bases": _bases,
    "event_agenda": _agenda,
    "event_attended": _attended,
    "event_discussed": _discussed,
    "event_said": _said,
    "event_figures": _figures,
    "event_obstacles": _hindered,
    "event_recommended": _recommended,
    "event_agreed": _agreed,
    "event_activities": _activities,
    "event_sources": _sources,
    "event_version": _version,
    "event_consented": _consented,
}
"""The kinds of parts that papers of a meeting have."""
