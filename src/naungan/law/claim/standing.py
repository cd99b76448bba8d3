"""Whether a claim is good and who pays it: active, registered, in arrears.

Arrears do different things by segment. A wage earner is paid by BPJS up to the
grace months and by the employer beyond them. A self-employed participant gets
care or the funeral up to the grace months, the rest once the arrears are paid,
and nothing beyond them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from naungan.law.claim.case import Case
from naungan.law.words import Words, number, words


WAGE_EARNERS: Final = ("PU", "NON_ASN")
NOT_MONTHLY: Final = ("JAKON", "PMI")
Payer = Literal["bpjs", "employer", "none"]


@dataclass(frozen=True)
class Standing:
    """Who pays, and whether cash beyond the first help waits for the arrears."""

    payer: Payer
    held: bool = False

    @property
    def good(self) -> bool:
        """Tell whether anybody owes anything at all."""
        return self.payer != "none"

    def shared(
        self, parts: Mapping[str, int], first_help: Sequence[str]
    ) -> dict[str, Any]:
        """Add the total of the parts and say who pays it, now or later.

        `first_help` names the parts that are given even while arrears are open.
        """
        total = sum(parts.values())
        results: dict[str, Any] = {**parts, "total": total, "payer": self.payer}
        for payer in ("bpjs", "employer"):
            results[payer] = total if self.payer == payer else 0
        if self.held:
            now = sum(amount for key, amount in parts.items() if key in first_help)
            results |= {"now": now, "after_arrears": total - now}
        return results


def segment_of(case: Case) -> str:
    """Give the segment; without one the rules common to all but BPU are applied."""
    because = words(
        "karena tidak disebut; aturan khusus hanya ada bagi BPU dan PMI",
        "as none was given; only BPU and PMI have rules of their own",
    )
    return case.facts.assume("segment", "PU", because)


def standing(case: Case, segment: str) -> Standing:
    """Judge the claim and write the line that decides it, if one does."""
    facts = case.facts
    if facts.get("registered", bool) is False:
        return _unregistered(case, segment)
    months = facts.get("arrears_months", int) or 0
    if months:
        return _in_arrears(case, segment, months)
    if facts.get("active", bool) is False:
        return _inactive(case)
    if not facts.has("active"):
        because = words(
            "karena tidak disebut; peserta harus bekerja dan iurannya dibayar",
            "as it was not stated; one must work and be paid for",
        )
        facts.assume("active", True, because)
    return Standing("bpjs")


def say_who_pays(case: Case, results: Mapping[str, Any]) -> None:
    """Write what the employer owes, and what waits for arrears, below the total."""
    if results["employer"]:
        label = words("Dibayar pemberi kerja", "Paid by the employer")
        case.draft.line("payer", label, results["employer"])
    if results.get("after_arrears"):
        now = words("Diterima sekarang", "Received now")
        later = words("Sesudah tunggakan lunas", "Once the arrears are paid")
        case.draft.line("now", now, results["now"])
        case.draft.line("after_arrears", later, results["after_arrears"])


def _unregistered(case: Case, segment: str) -> Standing:
    if segment not in WAGE_EARNERS:
        label = words(
            "Tidak berhak: belum menjadi peserta",
            "Not entitled: not a participant",
        )
        case.draft.line("standing", label, 0)
        return Standing("none")
    label = words(
        "Pemberi kerja yang tidak mendaftarkan pekerjanya membayar manfaat ini sendiri",
        "An employer that did not register the worker owes this benefit itself",
    )
    rule = case.at("arrears/unregistered_rule", str)
    case.draft.line("standing", label, None, None, rule.used)
    return Standing("employer")


def _inactive(case: Case) -> Standing:
    rule = case.at(f"{case.programme.lower()}/active_rule", str)
    label = words(
        "Tidak berhak: peserta tidak aktif pada hari kejadian",
        "Not entitled: not active on the day of the event",
    )
    why = words(
        "bila iuran hanya menunggak, isi banyaknya bulan tunggakan: akibatnya lain",
        "if only in arrears, state the months: that has other consequences",
    )
    case.draft.line("standing", label, 0, why, rule.used)
    return Standing("none")


def _in_arrears(case: Case, segment: str, months: int) -> Standing:
    if segment in NOT_MONTHLY:
        case.facts.refuse(
            "arrears_months",
            f"tidak berlaku bagi {segment}; iurannya tidak dibayar bulanan",
        )
    earner = segment in WAGE_EARNERS
    path = f"participation/arrears/grace_months/{'pu' if earner else 'bpu'}"
    grace = case.reader.at(path, case.day, int)
    within = months <= grace.value
    standing, label = _consequence(earner, within)
    compared = words(
        "{months} bulan menunggak; batasnya {grace} bulan berturut-turut",
        "{months} months in arrears; the limit is {grace} consecutive months",
        months=number(months),
        grace=number(grace.value),
    )
    amount = 0 if standing.payer == "none" else None
    case.draft.line("standing", label, amount, compared, grace.used)
    return standing


def _consequence(earner: bool, within: bool) -> tuple[Standing, Words]:
    if earner and within:
        return Standing("bpjs"), words(
            "BPJS tetap membayar; tunggakan dan dendanya tetap terutang pemberi kerja",
            "BPJS still pays; the employer still owes the arrears and the fine",
        )
    if earner:
        return Standing("employer"), words(
            "Pemberi kerja membayar lebih dahulu; dapat diganti BPJS setelah tunggakan "
            "dan denda lunas",
            "The employer pays first; BPJS may repay it once arrears and fine are settled",
        )
    if within:
        return Standing("bpjs", held=True), words(
            "Perawatan atau pemakaman diberikan; uang lainnya menunggu tunggakan lunas",
            "Care or the funeral is given; other cash waits until the arrears are paid",
        )
    return Standing("none"), words(
        "Tidak berhak: tunggakan melewati batas",
        "Not entitled: arrears beyond the limit",
    )
