"""Which programmes a wage worker is in when the question does not say.

The scale of the employer decides what is mandatory (Perpres 109/2013); JKP follows
by itself for Indonesians below an age whose other programmes are complete
(PP 37/2021 Pasal 4). Whatever was assumed is said.
"""

from dataclasses import dataclass

from naungan.law.answer import Draft, Used
from naungan.law.contributions.programmes import say_programmes
from naungan.law.contributions.pu import SCALES
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import Words, number, words


@dataclass(frozen=True)
class Enrolment:
    """The programmes of a worker, in their order, and whether JKP is funded."""

    programmes: tuple[str, ...]
    recomposed: bool


def of_pu(facts: Facts, month: int, reader: Reader, draft: Draft) -> Enrolment:
    """Find the programmes of a wage worker, stated or by the law of the month."""
    chosen = _chosen(facts, month, reader, draft)
    if "JKP" not in chosen:
        return Enrolment(chosen, recomposed=False)
    return Enrolment(chosen, recomposed=not _in_arrears(facts, draft))


def scale_of(facts: Facts) -> str:
    """Give the scale of the employer; large is assumed, and said."""
    because = words("karena tidak disebut", "as none was given")
    return facts.assume("scale", SCALES[-1], because)


def _chosen(facts: Facts, month: int, reader: Reader, draft: Draft) -> tuple[str, ...]:
    stated = facts.get("programmes", tuple)
    if stated is not None:
        return _checked(stated, facts, month, reader, draft)
    path = f"participation/mandatory_programmes/pu_{scale_of(facts)}"
    mandatory = reader.at_month(path, month, tuple)
    why = words("wajib menurut skala usaha", "mandatory by the scale of the employer")
    say_programmes(draft, mandatory.value, why, mandatory.used)
    without_pension = _without_jp_past_age(mandatory.value, facts, month, reader, draft)
    if _follows_jkp(without_pension, facts, month, reader, draft):
        return (*without_pension, "JKP")
    return without_pension


def _without_jp_past_age(
    programmes: tuple[str, ...], facts: Facts, month: int, reader: Reader, draft: Draft
) -> tuple[str, ...]:
    age = facts.get("age", int)
    if age is None or "JP" not in programmes:
        return programmes
    retirement = reader.at_month("participation/ages/jp_retirement", month, int)
    if age < retirement.value:
        return programmes
    why = words(
        "umur {age} sudah mencapai usia pensiun {limit}",
        "age {age} has reached the retirement age {limit}",
        age=number(age),
        limit=number(retirement.value),
    )
    label = words("JP tidak dihitung", "JP is left out")
    draft.line("programmes", label, None, why, retirement.used)
    return tuple(one for one in programmes if one != "JP")


def _checked(
    stated: tuple[str, ...], facts: Facts, month: int, reader: Reader, draft: Draft
) -> tuple[str, ...]:
    """Keep stated programmes, with JKP where `in_jkp` says so, and say what it needs."""
    others = tuple(one for one in stated if one != "JKP")
    if not facts.get("in_jkp", bool) and (others == stated or facts.has("in_jkp")):
        return others
    required = reader.at_month(f"participation/jkp/pu_{scale_of(facts)}", month, tuple)
    lacking = [one for one in required.value if one not in stated]
    if lacking:
        label = words(
            "JKP menuntut kepesertaan {lacking} juga",
            "JKP also requires membership in {lacking}",
            lacking="+".join(lacking),
        )
        draft.line("programmes", label, None, None, required.used)
    return (*others, "JKP")


def _follows_jkp(
    programmes: tuple[str, ...], facts: Facts, month: int, reader: Reader, draft: Draft
) -> bool:
    path = f"participation/jkp/pu_{scale_of(facts)}"
    stated = facts.get("in_jkp", bool)
    if stated is not None:
        return stated and bool(reader.at_month(path, month, tuple))
    required = reader.find_at_month(path, month, tuple)
    if required is None:
        return False
    if not set(required.value) <= set(programmes):
        return _not_in_jkp(
            draft,
            words(
                "program {list} belum lengkap",
                "{list} are not complete",
                list="+".join(required.value),
            ),
            required.used,
        )
    if not _fits_jkp(facts, month, reader, draft):
        return False
    label = words("JKP mengikuti", "JKP follows")
    why = words(
        "program yang disyaratkan lengkap", "the required programmes are complete"
    )
    draft.line("programmes", label, None, why, required.used)
    return True


def _fits_jkp(facts: Facts, month: int, reader: Reader, draft: Draft) -> bool:
    limit = reader.at_month("participation/ages/jkp_registration_below", month, int)
    age = facts.get("age", int)
    if facts.get("nationality", str) == "WNA":
        return _not_in_jkp(
            draft,
            words("bukan warga negara Indonesia", "not an Indonesian"),
            limit.used,
        )
    if age is not None and age >= limit.value:
        why = words(
            "umur {age}; pendaftaran harus di bawah {limit}. Bila sudah terdaftar "
            "sebelum umur itu, tulis in_jkp: ya",
            "age {age}; registration must be below {limit}. If registered before that "
            "age, state in_jkp: yes",
            age=number(age),
            limit=number(limit.value),
        )
        return _not_in_jkp(draft, why, limit.used)
    because = words(
        "karena memenuhi program yang disyaratkan; dianggap warga negara Indonesia, "
        "didaftarkan sebelum umur {limit}, dan terdaftar JKN",
        "as the required programmes are complete; taken as Indonesian, registered "
        "before the age of {limit}, and registered in JKN",
        limit=number(limit.value),
    )
    return facts.assume("in_jkp", True, because)


def _not_in_jkp(draft: Draft, why: Words, used: Used) -> bool:
    label = words(
        "Bukan peserta JKP; JKK dan JKM tetap utuh",
        "Not in JKP; JKK and JKM stay whole",
    )
    draft.line("programmes", label, None, why, used)
    return False


def _in_arrears(facts: Facts, draft: Draft) -> bool:
    because = words("karena tidak disebut", "as it was not said")
    if not facts.assume("employer_in_arrears", False, because):
        return False
    draft.note(
        words(
            "Selama pemberi kerja menunggak, JKK dan JKM tidak dibagi dengan JKP.",
            "While the employer is in arrears, JKK and JKM are not shared with JKP.",
        )
    )
    return True
