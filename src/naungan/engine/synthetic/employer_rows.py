"""What permit office and social security each know about invented employers."""

import numpy as np
import pyarrow as pa

from naungan.engine.synthetic.draws import F64, I64, below, bits, happens, uniform
from naungan.engine.synthetic.duties import RISKS
from naungan.engine.synthetic.employers import (
    GOVERNMENT,
    KINDS,
    SCALES,
    Employers,
    nib_of,
    npp_of,
)
from naungan.engine.synthetic.truth import FINDINGS
from naungan.engine.synthetic.world import World
from naungan.lib import dates


FORMS = {
    "company": ("PT", "CV", "UD", "Toko", "PD", "Bengkel"),
    "cooperative": ("Koperasi",),
    "foundation": ("Yayasan",),
    "household": ("Rumah Tangga",),
    "government": ("Dinas",),
}
"""With which word the names of each kind of employer begin, the commonest first."""
WORDS = (
    "Sumber", "Jaya", "Makmur", "Abadi", "Sentosa", "Mitra", "Karya", "Cipta", "Mandiri",
    "Utama", "Sejahtera", "Lestari", "Bina", "Agung", "Mulia", "Indah", "Prima", "Nusantara",
    "Persada", "Perkasa", "Gemilang", "Cahaya", "Bintang", "Surya", "Tirta", "Bumi",
    "Alam", "Sawit", "Agro", "Tani", "Bahari", "Samudra", "Rimba", "Energi", "Tambang",
    "Batubara", "Logistik", "Trans", "Teknik", "Konstruksi", "Bangun", "Graha", "Pratama",
    "Anugerah", "Berkah", "Barokah", "Amanah", "Harapan", "Harmoni", "Sinar", "Kencana",
    "Mas", "Permata", "Intan", "Mutiara", "Sakti", "Wijaya", "Putra", "Saudara", "Keluarga",
    "Global", "Inti", "Multi", "Tunggal", "Dua", "Tiga", "Empat", "Lima", "Sembilan", "Baru",
    "Maju", "Bersama", "Guna", "Dharma", "Bakti", "Usaha", "Niaga", "Dagang", "Pangan",
    "Boga", "Rasa", "Sehat", "Medika", "Farma", "Husada", "Pustaka", "Media", "Grafika",
    "Tekstil", "Garmen", "Busana", "Furnitur", "Kayu", "Baja", "Besi", "Motor", "Otomotif",
    "Elektronik", "Digital", "Data",
)  # fmt: skip
SHORT = {"Sejahtera": "Sjht", "Mandiri": "Mdr", "Nusantara": "Nsntr", "Utama": "Utm"}
KBLI = ("47111", "01262", "05100", "41011", "49432", "56101", "10431", "46100", "86101")
NAME_VARIANT, EXTRA_WORD = 0.22, 0.5
MONTHS_OF_PAYMENTS = 12


def plain_names(world: World, number: I64, kind: I64) -> list[list[str]]:
    """Invent the names of employers, the form of their kind first."""
    seed = world.seed
    forms = _forms(uniform(seed, "form", number) ** 2, kind)
    picks = [below(seed, f"word {k}", number, len(WORDS)) for k in range(3)]
    longer = happens(seed, "long name", number, EXTRA_WORD)
    return [
        [form, WORDS[a], WORDS[b], *([WORDS[c]] if more else [])]
        for form, a, b, c, more in zip(
            forms, *(p.tolist() for p in picks), longer.tolist(), strict=True
        )
    ]


def _forms(luck: F64, kind: I64) -> list[str]:
    """Choose a form for each employer among those of its kind."""
    of_kind = [FORMS[name] for name in KINDS]
    return [
        of_kind[which][int(chance * len(of_kind[which]))]
        for chance, which in zip(luck.tolist(), kind.tolist(), strict=True)
    ]


def _varied(words: list[str], luck: int) -> str:
    """Write an employer's name as another office might have it."""
    form, *rest = words
    way = luck % 5
    if way == 0:
        return " ".join([*rest, form]).upper()
    if way == 1:
        return f"{form}. " + " ".join(SHORT.get(word, word) for word in rest)
    if way == 2:
        return " ".join(rest)
    if way == 3:
        return f"{form} " + " ".join(reversed(rest))
    return f"{form} " + "".join(rest)


def _names(
    world: World, number: I64, kind: I64, office: str
) -> tuple[pa.Array, pa.Array]:
    """Write names for one office: the names and whether they were varied."""
    varied = happens(world.seed, f"varied {office}", number, NAME_VARIANT)
    luck = bits(world.seed, f"way {office}", number).tolist()
    names = [
        _varied(words, chance) if odd else " ".join(words)
        for words, odd, chance in zip(
            plain_names(world, number, kind), varied.tolist(), luck, strict=True
        )
    ]
    kinds = pa.array(["", "company_name"]).take(pa.array(varied.astype(np.int64)))
    return pa.array(names, pa.string()), kinds


def _text(values: I64) -> pa.Array:
    return pa.array(values).cast(pa.string())


def _take(labels: tuple[str, ...], index: I64) -> pa.Array:
    return pa.array(labels).take(pa.array(index))


def oss_rows(
    world: World, employers: Employers, workers: I64
) -> tuple[pa.Table, pa.Table]:
    """Write the permit office's list, workers as declared there, and its truth."""
    who = np.flatnonzero(employers.in_oss)
    number = employers.number[who]
    names, kinds = _names(world, number, employers.kind[who], "oss")
    nib = _text(nib_of(number))
    table = pa.table(
        {
            "employer_ref": nib,
            "nib": nib,
            "name": names,
            "kbli": _take(KBLI, below(world.seed, "kbli", number, len(KBLI))),
            "kbli_version": pa.repeat(pa.scalar("2020"), len(who)),
            "scale": _take(SCALES, employers.scale[who]),
            "risk_group": _take(RISKS, employers.risk[who]),
            "declared_workers": workers[who],
            "village_code": _text(employers.village_code[who]),
            "kind": _take(KINDS, employers.kind[who]),
        }
    )
    return table, pa.table({"true_employer": number, "error_kinds": kinds})


def registered_rows(
    world: World, employers: Employers, members: I64, month: int
) -> tuple[pa.Table, pa.Table]:
    """Write the list of registered employers of a month and its truth."""
    who = np.flatnonzero(employers.registered_month <= month)
    number = employers.number[who]
    names, kinds = _names(world, number, employers.kind[who], "bpjs")
    npp = npp_of(number)
    knows = happens(world.seed, "nib known", number, 0.35) & employers.in_oss[who]
    nib = pa.array(nib_of(number), mask=~knows).cast(pa.string())
    table = pa.table(
        {
            "employer_ref": npp,
            "nib": nib,
            "npp": npp,
            "name": names,
            "scale": _take(SCALES, employers.scale[who]),
            "risk_group": _take(RISKS, employers.risk[who]),
            "declared_workers": members[who],
            "village_code": _text(employers.village_code[who]),
            "kind": _take(KINDS, employers.kind[who]),
        }
    )
    return table, pa.table({"true_employer": number, "error_kinds": kinds})


def contribution_rows(employers: Employers, monthly: I64, month: int) -> pa.Table:
    """Write twelve months of bills and payments per registered employer.

    Every month is billed as the last one; `monthly` is rupiah by employer.
    """
    parts = []
    for back in range(MONTHS_OF_PAYMENTS - 1, -1, -1):
        due = month - back
        who = np.flatnonzero((employers.registered_month <= due) & (monthly > 0))
        billed = monthly[who]
        paid = np.where(due < month - employers.lag[who], billed, 0)
        after = dates.month_start(due + 1).replace(day=12)
        parts.append(
            pa.table(
                {
                    "npp": npp_of(employers.number[who]),
                    "month": pa.repeat(pa.scalar(dates.month_text(due)), len(who)),
                    "billed": billed,
                    "paid": paid,
                    "paid_on": pa.array(
                        np.full(len(who), np.datetime64(after)), mask=paid == 0
                    ),
                }
            )
        )
    return pa.concat_tables(parts)


def finding_truth(employers: Employers, sums: dict[str, I64], month: int) -> pa.Table:
    """Tell which findings are true of which employer in a month."""
    registered = employers.registered_month <= month
    active = registered & (sums["members"] > 0)
    holds = (
        ~registered & (sums["workers"] > 0),
        registered & (sums["uninsured"] > 0),
        active & employers.underreported,
        active & employers.missing_programmes & (employers.kind != GOVERNMENT),
        active & (employers.lag > 0),
    )
    shown = (
        employers.in_oss | (sums["listed"] > 0),
        (sums["left_out"] > 0) | employers.in_oss,
        sums["both"] > 0,
        active,
        active,
    )
    parts = [
        pa.table(
            {
                "true_employer": employers.number[rows],
                "code": pa.repeat(pa.scalar(code), len(rows)),
                "evident": pa.array(seen[rows]),
            }
        )
        for code, rows, seen in zip(
            FINDINGS, map(np.flatnonzero, holds), shown, strict=True
        )
    ]
    return pa.concat_tables(parts)
