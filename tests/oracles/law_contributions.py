"""What a month costs, worked out again in percent and Decimal, month by month.

Written from the texts in another manner than the code under test: no parameter
files, no fractions, no terms; plain percentages, lists by hand, and one rounding
function. Months are text, "2026-06", which sorts as time does.
"""

from decimal import ROUND_HALF_UP, Decimal


FIRST, LAST = "2015-07", "2027-03"
PERCENT = Decimal("0.01")
RISK = {
    "very_low": "0.24",
    "low": "0.54",
    "medium": "0.89",
    "high": "1.27",
    "very_high": "1.74",
}
CEILINGS = [
    ("2015-07", 7_000_000),
    ("2016-03", 7_335_300),
    ("2017-03", 7_703_500),
    ("2018-03", 8_094_000),
    ("2019-03", 8_512_400),
    ("2020-03", 8_939_700),
    ("2021-03", 8_754_600),
    ("2022-03", 9_077_600),
    ("2023-03", 9_559_600),
    ("2024-03", 10_042_300),
    ("2025-03", 10_547_400),
    ("2026-03", 11_086_300),
]
OBLIGED = {
    "micro": ["JKK", "JKM"],
    "small": ["JKK", "JKM", "JHT"],
    "medium": ["JKK", "JKM", "JHT", "JP"],
    "large": ["JKK", "JKM", "JHT", "JP"],
}
TRANSPORT = ("ride_hailing_driver", "motorcycle_taxi", "driver", "courier")
PUBLIC = ("apbn", "apbd", "apbd_revised", "dbh_sawit", "dbhcht")
GIVERS = ("csr", "baznas", "mutual_aid")
NAMELESS = ("other", "unknown")
BAND_STEPS = [
    (1_100_000, 200_000, 8),
    (2_700_000, 500_000, 11),
    (8_200_000, 1_000_000, 13),
]
TIERS = [
    (100_000_000, "0.21", "0.03"),
    (500_000_000, "0.17", "0.02"),
    (1_000_000_000, "0.13", "0.02"),
    (5_000_000_000, "0.11", "0.01"),
    (None, "0.09", "0.01"),
]
MIGRANT_STEPS = {
    False: [(24, 332_500)],
    True: [(6, 108_000), (12, 189_000), (24, 332_500)],
}


def rupiah(amount):
    """Round to whole rupiah, halves up."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def percent_of(base, *rates):
    """Apply percentages (the first) and further multipliers, and round once."""
    amount = Decimal(base) * Decimal(rates[0]) * PERCENT
    for one in rates[1:]:
        amount *= Decimal(one)
    return rupiah(amount)


def within(month, first, last):
    return first <= month <= last


def covid(month):
    return within(month, "2020-08", "2021-01")


def base_income(income):
    """Walk up the printed table: nine steps of 200,000, eleven of half a million, …"""
    if income < BAND_STEPS[0][0]:
        return 1_000_000
    for start, width, count in BAND_STEPS:
        for place in range(count):
            low = start + place * width
            if low <= income < low + width or (
                width == 1_000_000 and place == count - 1
            ):
                # Up to 2.6 million the base is the middle of round figures, then the
                # middle of the band itself.
                return low + (100_000 if width == 200_000 else width // 2)
    raise AssertionError(income)


def wage_worker(
    month, wage, risk, programmes, funded=True, relieved=False, deferred=True
):
    """Give every part of a PU month by its flat name."""
    out = {}
    tenth = ["0.01"] if covid(month) else []
    half = ["0.5"] if relieved and within(month, "2025-02", "2026-01") else []
    if "JKK" in programmes:
        out["jkk_employer"] = percent_of(wage, RISK[risk], *(half or tenth))
    if "JKM" in programmes:
        out["jkm_employer"] = percent_of(wage, "0.3", *tenth)
    if "JHT" in programmes:
        out["jht_employer"] = percent_of(wage, "3.7")
        out["jht_worker"] = percent_of(wage, "2")
    if "JP" in programmes:
        ceiling = [amount for since, amount in CEILINGS if since <= month][-1]
        counted = min(wage, ceiling)
        out["jp_employer"] = percent_of(counted, "2")
        out["jp_worker"] = percent_of(counted, "1")
        if covid(month) and deferred:
            whole = out["jp_employer"] + out["jp_worker"]
            out["jp_now"] = percent_of(whole, "1")
            out["jp_deferred"] = whole - out["jp_now"]
    if "JKP" in programmes and funded:
        job_loss(out, month, min(wage, 5_000_000), bool(half))
    return out


def job_loss(out, month, counted, parts_unseen):
    out["jkp_government"] = percent_of(counted, "0.22")
    if parts_unseen:
        return
    for source, rate in (
        ("jkk", "0.14"),
        ("jkm", "0.10" if month < "2025-02" else "0"),
    ):
        if f"{source}_employer" in out:
            taken = percent_of(counted, rate)
            out[f"jkp_from_{source}"] = taken
            if taken:
                out[f"{source}_kept"] = out[f"{source}_employer"] - taken


def enrolled(month, scale):
    """Give the programmes of a wage worker about whom nothing else is known."""
    programmes = list(OBLIGED[scale])
    if month >= "2021-02" and scale != "micro":
        programmes.append("JKP")
    return programmes


def self_employed(month, income, programmes, payer="self", occupation="other"):
    """Give every part of a BPU month by its flat name."""
    base = base_income(income)
    share = self_employed_share(month, payer, occupation)
    amounts = {
        "jkk": percent_of(base, "1", share),
        "jkm": rupiah(Decimal(6_800) * Decimal(share)),
        "jht": percent_of(base, "2"),
    }
    who = (
        "participant"
        if payer == "self"
        else "donor"
        if payer in GIVERS
        else payer
        if payer in NAMELESS
        else "government"
    )
    who = "employer" if payer == "employer" else who
    return {f"{one.lower()}_{who}": amounts[one.lower()] for one in programmes}


def self_employed_share(month, payer, occupation):
    if covid(month):
        return "0.01"
    last = ("2026-01", "2027-03") if occupation in TRANSPORT else ("2026-04", "2026-12")
    return "0.5" if within(month, *last) and payer not in PUBLIC else "1"


def construction(month, contract=None, wage=None):
    """Give both parts of a construction employer, by contract or by wages."""
    tenth = "0.01" if covid(month) else "1"
    if wage is not None:
        jkk, jkm = percent_of(wage, "1.74", tenth), percent_of(wage, "0.3", tenth)
        return {"jkk_employer": jkk, "jkm_employer": jkm}
    sums = [Decimal(0), Decimal(0)]
    below = 0
    for end, *rates in TIERS:
        upper = contract if end is None else min(contract, end)
        if upper > below:
            for place, rate in enumerate(rates):
                sums[place] += (upper - below) * Decimal(rate) * PERCENT
        below = end
    jkk, jkm = (rupiah(one * Decimal(tenth)) for one in sums)
    return {"jkk_employer": jkk, "jkm_employer": jkm}


def migrant(month, months, placed=True, extension=0):
    """Give the one amount of a migrant worker, JKK and JKM together."""
    steps = MIGRANT_STEPS[month >= "2023-02"]
    amount = next(price for most, price in steps if months <= most)
    return {"jkk_jkm_participant": amount + 37_500 * placed + 13_500 * extension}


def totals(parts):
    """Add up by payer and in all; what is only divided again does not count twice."""
    payers = {}
    for name, amount in parts.items():
        payer = name.split("_")[-1]
        if payer in (
            "employer",
            "worker",
            "participant",
            "government",
            "donor",
            *NAMELESS,
        ):
            payers[payer] = payers.get(payer, 0) + amount
    return {**payers, "total": sum(payers.values())}
