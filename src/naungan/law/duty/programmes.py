"""Which programmes are obligatory, which are open to choice, which are lacking."""

from dataclasses import dataclass
from datetime import date

from naungan.law.answer import Draft, Used
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import Words, words


ROOT = "participation"


@dataclass(frozen=True)
class Programmes:
    """The programmes by law on the day; `since` is when the obligation began."""

    group: str
    obligatory: tuple[str, ...]
    optional: tuple[str, ...]
    jkp_follows: bool
    since: date
    used: Used


def programmes_on(
    facts: Facts, group: str, day: date, reader: Reader, draft: Draft
) -> Programmes:
    """Read the programmes of a group (`pu_small`, `jakon`, `bpu`, …) on a day."""
    mandatory = reader.at(f"{ROOT}/mandatory_programmes/{group}", day, tuple)
    draft.line("obligatory", _label(mandatory.value), None, None, mandatory.used)
    return Programmes(
        group=group,
        obligatory=mandatory.value,
        optional=_optional(group, day, reader, draft),
        jkp_follows=_jkp_follows(facts, group, mandatory.value, day, reader, draft),
        since=mandatory.used.from_on,
        used=mandatory.used,
    )


def group_of(segment: str, scale: str | None, is_employer: bool) -> str:
    """Name the group of participants whose programmes the law lists."""
    if segment == "PU":
        return f"pu_{scale}"
    if segment == "BPU" and is_employer:
        return "bpu_employer"
    return segment.casefold()


def _optional(group: str, day: date, reader: Reader, draft: Draft) -> tuple[str, ...]:
    path = f"{ROOT}/optional_programmes/{group}"
    if path not in reader.book.paths:
        return ()
    found = reader.find(path, day, tuple)
    if found is None:
        return ()
    label = words(
        "Program sukarela: {list}",
        "Voluntary programmes: {list}",
        list="+".join(found.value),
    )
    draft.line("optional", label, None, None, found.used)
    return found.value


def _jkp_follows(
    facts: Facts,
    group: str,
    obligatory: tuple[str, ...],
    day: date,
    reader: Reader,
    draft: Draft,
) -> bool:
    path = f"{ROOT}/jkp/{group}"
    found = reader.find(path, day, tuple) if path in reader.book.paths else None
    if found is None:
        return False
    held = set(facts.get("programmes", tuple) or obligatory)
    if not set(found.value) <= held:
        return False
    age = reader.at(f"{ROOT}/ages/jkp_registration_below", day, int)
    label = words(
        "JKP mengikuti tanpa pendaftaran sendiri",
        "JKP follows without a registration of its own",
    )
    why = words(
        "program {list} diikuti; bagi warga negara Indonesia yang saat didaftarkan "
        "berumur di bawah {age} tahun dan terdaftar JKN",
        "{list} are held; for Indonesians below {age} at registration who are in JKN",
        list="+".join(found.value),
        age=str(age.value),
    )
    draft.line("JKP", label, None, why, found.used, age.used)
    return True


def _label(programmes: tuple[str, ...]) -> Words:
    return words(
        "Program wajib: {list}",
        "Obligatory programmes: {list}",
        list="+".join(programmes),
    )
