"""Costs that are repaid up to a cap: transport, care at home, aids, prostheses."""

from decimal import Decimal
from typing import Final

from naungan.law.claim.case import Case
from naungan.law.question import Facts, Field
from naungan.law.rounding import times
from naungan.law.terms import term
from naungan.law.words import Words, number, percent, rupiah, words


COST: Final = Field("cost", "idr", words("biaya", "cost"))
TRANSPORT: Final = Field(
    "transport",
    "records",
    words("angkutan ke rumah sakit atau ke rumah", "transport to hospital or home"),
    parts=(
        Field(
            "mode", "choice", words("jenis angkutan", "mode"), ("land", "sea", "air")
        ),
        COST,
    ),
)
CAPPED: Final = ("home_care", "hearing_aid", "glasses", "dental")
COSTS: Final = Field(
    "costs",
    "records",
    words("biaya perawatan dan alat", "costs of care and aids"),
    parts=(
        Field(
            "item",
            "choice",
            words("jenis biaya", "kind of cost"),
            (*CAPPED, "prosthesis", "care_abroad"),
        ),
        COST,
        Field(
            "reference_price",
            "idr",
            words(
                "harga rumah sakit rujukan untuk ortosis atau prostesis",
                "reference hospital price of an orthosis or prosthesis",
            ),
        ),
    ),
)
_PER_MODE: Final = words(
    "Beberapa jenis angkutan dihitung sendiri-sendiri lalu dijumlahkan; teksnya belum "
    "terlihat.",
    "Several modes of transport are capped one by one and added; no text was seen.",
)


def transport(case: Case) -> int:
    """Write what is repaid for transport, mode by mode, and give the sum."""
    trips: dict[str, int] = {}
    for one in case.facts.records("transport"):
        mode = one.need("mode", str)
        trips[mode] = trips.get(mode, 0) + one.need("cost", int)
    if len(trips) > 1:
        case.draft.note(_PER_MODE)
    return sum(
        _capped(
            case,
            "transport",
            words("Angkutan {mode}", "Transport by {mode}", mode=term(mode)),
            cost,
            f"jkk/transport_cap/{mode}",
        )
        for mode, cost in trips.items()
    )


def costs(case: Case) -> int:
    """Write what is repaid for care and aids, and give the sum."""
    return sum(_one(case, one) for one in case.facts.records("costs"))


def care_abroad(case: Case) -> int:
    """Write what is repaid to a migrant worker for treatment abroad."""
    paid = 0
    for one in case.facts.records("costs"):
        if one.need("item", str) != "care_abroad":
            one.refuse("item", "bukan untuk PMI; yang tercatat hanya care_abroad")
        label = words("Perawatan di luar negeri", "Treatment abroad")
        cost = one.need("cost", int)
        paid += _capped(case, "care", label, cost, "pmi/care_abroad_cap")
    return paid


def _one(case: Case, one: Facts) -> int:
    item = one.need("item", str)
    if item == "care_abroad":
        one.refuse("item", "care_abroad hanya untuk PMI")
    label = words("{item}", "{item}", item=term(item))
    cost = one.need("cost", int)
    if item in CAPPED:
        if item == "home_care":
            _say_how_long(case)
        return _capped(case, "care", label, cost, f"jkk/care/{item}_cap")
    return _prosthesis(case, one, label, cost)


def _say_how_long(case: Case) -> None:
    years = case.at("jkk/care/home_care_years", int)
    label = words(
        "Perawatan di rumah paling lama {years} tahun",
        "Home care for at most {years} years",
        years=number(years.value),
    )
    case.draft.line("home_care", label, None, None, years.used)


def _capped(case: Case, key: str, label: Words, cost: int, path: str) -> int:
    cap = case.at(path, int)
    arithmetic = words(
        "biaya {cost}, paling banyak {cap}",
        "cost {cost}, at most {cap}",
        cost=rupiah(cost),
        cap=rupiah(cap.value),
    )
    return case.draft.line(key, label, min(cost, cap.value), arithmetic, cap.used)


def _prosthesis(case: Case, one: Facts, label: Words, cost: int) -> int:
    markup = case.at("jkk/care/prosthesis_markup", Decimal)
    price = one.need("reference_price", int)
    cap, rounding = case.whole(times(price, 1 + markup.value))
    arithmetic = words(
        "biaya {cost}, paling banyak {price} + {markup} = {cap}",
        "cost {cost}, at most {price} + {markup} = {cap}",
        cost=rupiah(cost),
        price=rupiah(price),
        markup=percent(markup.value),
        cap=rupiah(cap),
    )
    amount = min(cost, cap)
    return case.draft.line("care", label, amount, arithmetic, markup.used, *rounding)
