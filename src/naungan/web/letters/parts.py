"""The kinds of parts of which a text is made, and what each sets from the facts.

A part gives its blocks and, for what is too long for the body, annexes. It raises
`Untold` where the facts do not hold what it must say.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from naungan.lib.dates import format_date, month_label
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number
from naungan.web.letters import blocks, claim_parts, event_parts, pack_parts
from naungan.web.letters.blocks import Block, Heading
from naungan.web.letters.facts import Finding, Party, StepBefore
from naungan.web.letters.law_cited import duty
from naungan.web.letters.one_part import Annex, Setting, marked
from naungan.web.letters.told import Untold, count, full_day, in_words


MOST_ROWS_INSIDE: Final = 6
MOST_TO_SIGN: Final = 300
NOTHING: Final = "–"
UNCOUNTED: Final = re.compile(
    r"Rp0 sebulan \((\S+ pekerja tanpa data upah) belum dihitung\)"
)
"""What a finding says where no wage is known: a letter demands no Rp0."""


def _paragraph(one: Setting) -> list[Block]:
    return one.opened()


def _items(one: Setting) -> list[Block]:
    """Set a list of points that the facts hold under a field."""
    items: tuple[str, ...] = getattr(one.facts, one.part.of)
    if not items:
        raise Untold(one.part.says or one.part.of)
    return one.opened(blocks.points(items))


def _law(one: Setting) -> list[Block]:
    if not one.law:
        raise Untold("dasar hukumnya")
    return one.opened(blocks.points([marked(cited) for cited in one.law]))


def _duties(one: Setting) -> list[Block]:
    """Set duties of everybody in our own words, each with its articles of that day."""
    items = []
    for code in one.part.of.split():
        title, articles = duty(code, one.on)
        items.append(
            f"{title}, menurut {'; '.join(marked(each) for each in articles)}."
        )
    return one.opened(blocks.points(items))


def _employer(one: Setting) -> list[Block]:
    """Set who the letter is about, where it goes to somebody else."""
    if one.facts.employer is None:
        raise Untold("pemberi kerja yang dituju")
    return one.opened(blocks.pairs(_who(one.facts.employer)))


def _who(party: Party) -> list[tuple[str, str]]:
    acts = party.official
    rows = [
        ("Nama", acts or party.name),
        ("Nomor pegawai", party.number if acts else ""),
        ("Jabatan", party.position),
        ("Lembaga", party.name if acts else ""),
        ("Alamat", ", ".join(party.address)),
        ("NPP", party.npp),
        ("NIB", party.nib),
    ]
    return [row for row in rows if row[1]]


def _findings(one: Setting) -> list[Block]:
    if not one.facts.findings:
        raise Untold("kewajiban yang dilanggar dengan pasalnya, dan sejak kapan")
    return one.opened(blocks.points([_finding(each) for each in one.facts.findings]))


def _finding(found: Finding) -> str:
    said = UNCOUNTED.sub(r"belum dapat dihitung: \1", found.sentence).rstrip(".")
    more = []
    if found.since:
        more.append(f"sejak {found.since}")
    if found.seen:
        more.append(f"menurut data {found.seen}")
    if found.people:
        more.append(f"menyangkut {count(found.people)} pekerja")
    monthly = format_rupiah(found.monthly_idr or 0)
    if found.monthly_idr and monthly not in said:
        more.append(f"perkiraan iuran {monthly} sebulan")
    articles = "; ".join(marked(cited) for cited in found.cited)
    law = f" Kewajibannya menurut {articles}." if articles else ""
    return f"{', '.join([said, *more])}.{law}"


def _steps(one: Setting) -> list[Block]:
    """Set the steps that were taken before, all or those that the part names."""
    wanted = one.part.of.split()
    taken = [step for step in one.facts.steps if not wanted or step.code in wanted]
    if not taken:
        raise Untold(one.part.says or "langkah yang sudah diambil dengan tanggalnya")
    return one.opened(blocks.points([_step(step) for step in taken]))


def _step(step: StepBefore) -> str:
    number = f" nomor {step.number}" if step.number else ""
    ends = f", tenggangnya berakhir {format_date(step.ends_on)}" if step.ends_on else ""
    outcome = f"; {step.outcome}" if step.outcome else ""
    return f"{step.title}{number} tanggal {format_date(step.taken_on)}{ends}{outcome}."


def _money(one: Setting) -> list[Block]:
    """Set what is owed: short lists inside, long ones as an annex; always the sums."""
    money = one.facts.money
    if money is None or not money.months:
        raise Untold("bulan iuran yang belum dibayar, pokok, dan dendanya")
    rows = [
        [
            month_label(each.month),
            each.programmes or NOTHING,
            format_rupiah(each.principal_idr),
            format_rupiah(each.fine_idr),
            format_rupiah(each.principal_idr + each.fine_idr),
        ]
        for each in money.months
    ]
    total = ["Jumlah", "", format_rupiah(money.principal_idr)]
    total += [format_rupiah(money.fine_idr), format_rupiah(money.total_idr)]
    table = blocks.table(_MONTHS, rows, total)
    fined = [month_label(each.month) for each in money.months if not each.principal_idr]
    told = [("Bulan", f"{one.told['months']}, {one.told['span']}")] * (
        "span" in one.told
    )
    told += [("Tinggal dendanya", ", ".join(fined))] * bool(fined)
    sums = blocks.pairs(
        [
            *told,
            ("Pokok iuran", in_words(money.principal_idr)),
            (f"Denda sampai {one.told['fine_until']}", in_words(money.fine_idr)),
            ("Seluruhnya", in_words(money.total_idr)),
        ]
    )
    if len(rows) <= MOST_ROWS_INSIDE:
        return one.opened(table, sums)
    one.annexes.append(Annex("Rincian iuran per bulan", [table]))
    return one.opened(sums, blocks.paragraph("Rincian per bulan ada dalam lampiran."))


_MONTHS: Final[Sequence[Heading]] = (
    ("Bulan", "left", 1.5),
    ("Program", "left", 1.6),
    ("Pokok iuran", "right", 1.5),
    ("Denda", "right", 1.3),
    ("Jumlah", "right", 1.5),
)


def _fine(one: Setting) -> list[Block]:
    if one.facts.fine is None:
        raise Untold("denda administratif: dasar, nisbah, dan jumlahnya")
    rows = [
        ("Iuran yang seharusnya dibayar", one.told["fine_base"]),
        ("Nisbah denda", one.told["fine_rate"]),
        ("Jumlah denda", one.told["fine_amount"]),
    ]
    return one.opened(blocks.pairs(rows))


def _pledge(one: Setting) -> list[Block]:
    if not one.facts.pledge:
        raise Untold("kesanggupan dengan jumlah dan tanggal bayar")
    rows = [
        [str(number), full_day(each.due_on), format_rupiah(each.amount_idr)]
        for number, each in enumerate(one.facts.pledge, 1)
    ]
    total = sum(each.amount_idr for each in one.facts.pledge)
    table = blocks.table(_PLEDGED, rows, ["", "Seluruhnya", format_rupiah(total)])
    words = blocks.paragraph(f"Seluruhnya {in_words(total)}.")
    return one.opened(table, words)


_PLEDGED: Final[Sequence[Heading]] = (
    ("No.", "right", 0.4),
    ("Dibayar paling lambat", "left", 2.4),
    ("Jumlah", "right", 1.4),
)


def _mandate(one: Setting) -> list[Block]:
    """Set the mandate under which a letter is written."""
    rows = [
        ("Nomor surat kuasa", one.told["mandate_number"]),
        ("Tanggal", one.told["mandate_on"]),
    ]
    given = (("Pemberi kuasa", "giver"), ("Penerima kuasa", "holder"))
    rows += [(label, one.told[name]) for label, name in given if name in one.told]
    return one.opened(blocks.pairs(rows))


def _parties(one: Setting) -> list[Block]:
    """Set who gives a mandate and who holds it, each with position and address."""
    mandate = one.facts.mandate
    if mandate is None or mandate.giver is None or mandate.holder is None:
        raise Untold("pemberi dan penerima kuasa")
    if not mandate.holder.official:
        raise Untold("nama pejabat penerima kuasa")
    return [
        blocks.paragraph("Yang bertanda tangan di bawah ini:"),
        blocks.pairs(_who(_signing(one, mandate.giver))),
        blocks.paragraph(
            "selanjutnya disebut pemberi kuasa, memberi kuasa khusus kepada:"
        ),
        blocks.pairs(_who(mandate.holder)),
        blocks.paragraph("selanjutnya disebut penerima kuasa."),
        *one.opened(),
    ]


def _signing(one: Setting, giver: Party) -> Party:
    """Give the giver with who signs for it and where it is, as the letterhead says."""
    address = tuple(text for label, text in one.contact if label == "Alamat" and text)
    return replace(
        giver,
        official=giver.official or one.signer.name,
        position=giver.position or one.signer.position,
        number=giver.number or one.signer.number,
        address=giver.address or address,
    )


def _appearance(one: Setting) -> list[Block]:
    when = one.facts.appearance
    if when is None or not (when.time and when.place):
        raise Untold("hari, jam, dan tempat menghadap")
    rows = [
        ("Hari, tanggal", full_day(when.on)),
        ("Pukul", when.time),
        ("Tempat", when.place),
    ]
    found = one.opened(blocks.pairs(rows))
    if when.bring:
        found += [blocks.paragraph("Mohon membawa:"), blocks.points(when.bring)]
    return found


def _workers(one: Setting) -> list[Block]:
    """Name the workers concerned in an annex, and say so."""
    if not one.facts.workers:
        raise Untold("daftar pekerja yang dilampirkan")
    one.annexes.append(Annex("Daftar pekerja", [_people(one)]))
    return one.opened()


def _listed(one: Setting) -> list[Block]:
    """Set people inside the letter itself."""
    if not one.facts.workers:
        raise Untold("daftar orang")
    return one.opened(_people(one))


def _people(one: Setting) -> Block:
    """Set people one a row, with what tells two of one name apart, where it is known."""
    told = [
        (each.name, each.nik, each.born, each.place, each.position, each.note)
        for each in one.facts.workers
    ]
    kept = [at for at, cells in enumerate(zip(*told, strict=True)) if any(cells)]
    rows = [
        [str(number), *(row[at] or NOTHING for at in kept)]
        for number, row in enumerate(told, 1)
    ]
    return blocks.table([_PEOPLE[0], *(_PEOPLE[at + 1] for at in kept)], rows)


_PEOPLE: Final[Sequence[Heading]] = (
    ("No.", "right", 0.5),
    ("Nama", "left", 2.4),
    ("NIK", "left", 1.9),
    ("Lahir", "left", 0.8),
    ("Desa", "left", 2.0),
    ("Pekerjaan", "left", 1.8),
    ("Keterangan", "left", 1.8),
)


def _meeting(one: Setting) -> list[Block]:
    if one.facts.meeting is None:
        raise Untold("hari, tempat, dan pemimpin musyawarah")
    named = (
        ("Hari, tanggal", "meeting_on"),
        ("Tempat", "meeting_place"),
        ("Desa", "village"),
        ("Skema", "scheme"),
        ("Dipimpin oleh", "leader"),
        ("Yang hadir", "attended"),
        ("Kuota desa", "quota"),
    )
    rows = [(label, one.told[name]) for label, name in named if name in one.told]
    return one.opened(blocks.pairs(rows))


def _decided(one: Setting) -> list[Block]:
    meeting = one.facts.meeting
    if meeting is None or not meeting.decisions:
        raise Untold("keputusan musyawarah")
    return one.opened(blocks.points(meeting.decisions))


def _signatures(one: Setting) -> list[Block]:
    """Set lines to sign, for whoever is named and, where asked, for all who came."""
    named = one.facts.countersigners
    if not named:
        raise Untold("siapa yang menandatangani")
    meeting = one.facts.meeting if one.part.of == "attended" else None
    came = min(meeting.attended or 0, MOST_TO_SIGN) if meeting else 0
    lines = [[each.name, each.position or NOTHING] for each in named]
    lines += [["", ""]] * (came - len(named))
    rows = [
        [format_number(number), *line, f"{number}. ……………………"]
        for number, line in enumerate(lines, 1)
    ]
    return one.opened(blocks.table(_LINES, rows, is_tall=True))


_LINES: Final[Sequence[Heading]] = (
    ("No.", "right", 0.5),
    ("Nama", "left", 2.4),
    ("Kedudukan", "left", 2.0),
    ("Tanda tangan", "left", 2.2),
)


def _contact(one: Setting) -> list[Block]:
    """Set whom to ask: the address and the numbers of the letterhead."""
    rows = [(label, text) for label, text in one.contact if text]
    if not rows:
        raise Untold(
            "alamat atau telepon lembaga dalam kepala surat"
            " (pimpinan mengisinya pada Surat, Buku dan kepala surat)"
        )
    return one.opened(blocks.pairs(rows))


def _remark(one: Setting) -> list[Block]:
    if not one.facts.remark:
        raise Untold("catatan petugas")
    lines = one.facts.remark.splitlines()
    return [blocks.paragraph(line.strip()) for line in lines if line.strip()]


KINDS: Final[dict[str, Callable[[Setting], list[Block]]]] = {
    "paragraph": _paragraph,
    "items": _items,
    "law": _law,
    "duties": _duties,
    "employer": _employer,
    "findings": _findings,
    "steps": _steps,
    "money": _money,
    "fine": _fine,
    "pledge": _pledge,
    "mandate": _mandate,
    "parties": _parties,
    "appearance": _appearance,
    "workers": _workers,
    "listed": _listed,
    "meeting": _meeting,
    "decided": _decided,
    **claim_parts.KINDS,
    **event_parts.KINDS,
    **pack_parts.KINDS,
    "signatures": _signatures,
    "contact": _contact,
    "remark": _remark,
}
"""Every kind of part."""
