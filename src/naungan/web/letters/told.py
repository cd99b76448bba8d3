"""The words and figures that a text may name in braces, written as letters write them.

What is not told is not guessed: naming it raises `Untold` with words for whoever must
still say it.
"""

from datetime import date
from typing import Final

from naungan.lib.dates import format_date, month_label, weekday_name
from naungan.lib.money import format_rupiah
from naungan.lib.number_words import terbilang
from naungan.lib.numbers import format_number
from naungan.web.letters.facts import Facts, Mandate, Meeting, Money


UNTOLD: Final = {
    "employer": "nama pemberi kerja",
    "term": "tenggang dalam kata",
    "ends_on": "hari berakhirnya tenggang",
    "total": "bulan yang menunggak dengan pokok dan dendanya",
    "principal": "pokok iuran yang belum dibayar",
    "late_fine": "denda keterlambatannya",
    "fine_until": "hari sampai mana denda dihitung",
    "months": "bulan yang iurannya belum dibayar",
    "span": "bulan yang iurannya belum dibayar",
    "fine_amount": "denda administratif: dasar, nisbah, dan jumlahnya",
    "fine_base": "denda administratif: dasar, nisbah, dan jumlahnya",
    "fine_rate": "denda administratif: dasar, nisbah, dan jumlahnya",
    "to": "pihak yang dituju",
    "giver": "pemberi kuasa",
    "holder": "penerima kuasa",
    "mandate_until": "hari berakhirnya surat kuasa",
    "mandate_number": "nomor surat kuasa",
    "mandate_on": "tanggal surat kuasa",
    "court": "pengadilan yang dituju",
    "matter": "perkara yang dikuasakan",
    "reason": "alasannya",
    "recommendation": "rekomendasinya",
    "village": "nama desa",
    "scheme": "nama skema",
    "meeting_on": "hari musyawarah",
    "meeting_place": "tempat musyawarah",
    "leader": "pemimpin musyawarah",
    "attended": "banyaknya yang hadir",
    "quota": "kuota desa",
    "people": "daftar orang",
}
"""What a name in braces stands for, said to whoever left it out."""


class Untold(Exception):  # noqa: N818 (it is a question, not an accident)
    """Something that the letter must say and was not told, in words."""


class Told(dict[str, str]):
    """Words by their names; an unknown one asks for itself."""

    def __missing__(self, name: str) -> str:
        """Ask for what was not told."""
        raise Untold(UNTOLD.get(name, name))


def told(facts: Facts) -> Told:
    """Write everything that a text may name."""
    found = Told()
    if facts.employer:
        found["employer"] = facts.employer.name
    if facts.to:
        found["to"] = facts.to.name
    if facts.term:
        found["term"] = facts.term.text
        found["ends_on"] = full_day(facts.term.ends_on)
    if facts.workers:
        found["people"] = count(len(facts.workers))
    for name in ("reason", "recommendation"):
        if getattr(facts, name):
            found[name] = getattr(facts, name)
    found.update(_money(facts.money))
    found.update(_fine(facts))
    found.update(_mandate(facts.mandate))
    found.update(_meeting(facts.meeting))
    return found


def in_words(amount_idr: int) -> str:
    """Write an amount in digits and in words."""
    return f"{format_rupiah(amount_idr)} ({terbilang(amount_idr)} rupiah)"


def count(number: int) -> str:
    """Write a count in digits and in words."""
    return f"{format_number(number)} ({terbilang(number)})"


def full_day(day: date) -> str:
    """Write a day with its weekday: Senin, 7 Desember 2026."""
    return f"{weekday_name(day)}, {format_date(day)}"


def _money(money: Money | None) -> dict[str, str]:
    if money is None or not money.months:
        return {}
    found = {
        "total": in_words(money.total_idr),
        "principal": in_words(money.principal_idr),
        "late_fine": in_words(money.fine_idr),
        "fine_until": format_date(money.fine_until),
    }
    unpaid = [one.month for one in money.months if one.principal_idr]
    if unpaid:
        first, last = month_label(unpaid[0]), month_label(unpaid[-1])
        found["months"] = count(len(unpaid))
        found["span"] = first if first == last else f"{first} sampai {last}"
    return found


def _fine(facts: Facts) -> dict[str, str]:
    if facts.fine is None:
        return {}
    return {
        "fine_base": in_words(facts.fine.base_idr),
        "fine_rate": facts.fine.rate,
        "fine_amount": in_words(facts.fine.amount_idr),
    }


def _mandate(mandate: Mandate | None) -> dict[str, str]:
    if mandate is None:
        return {}
    given = {
        "mandate_number": mandate.number,
        "mandate_on": format_date(mandate.issued_on) if mandate.issued_on else "",
        "mandate_until": full_day(mandate.until_on) if mandate.until_on else "",
        "matter": mandate.matter,
        "court": mandate.court,
        "giver": mandate.giver.name if mandate.giver else "",
        "holder": mandate.holder.name if mandate.holder else "",
    }
    return {name: text for name, text in given.items() if text}


def _meeting(meeting: Meeting | None) -> dict[str, str]:
    if meeting is None:
        return {}
    given = {
        "meeting_on": full_day(meeting.on),
        "meeting_place": meeting.place,
        "leader": meeting.leader,
        "village": meeting.village,
        "scheme": meeting.scheme,
        "attended": count(meeting.attended) if meeting.attended else "",
        "quota": count(meeting.quota) if meeting.quota else "",
    }
    return {name: text for name, text in given.items() if text}
