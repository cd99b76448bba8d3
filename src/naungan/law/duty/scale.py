"""How large a business is: stated, or by the test of capital and sales on the day.

The number of workers is no test of scale. Since PP 7/2021 a new business is
measured by its capital and an existing one by its sales; before, UU 20/2008 took
either and named no order, so that two figures which disagree are refused.
"""

from datetime import date
from typing import Final

from naungan.law.answer import Draft, Used
from naungan.law.obligation import SCALES
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.terms import term
from naungan.law.words import Words, rupiah, words


SALES: Final = "max_annual_sales"
CAPITAL: Final = "max_capital"
NET_ASSETS: Final = "max_net_assets"
_TEST: Final = {
    SALES: words("penjualan setahun", "annual sales"),
    CAPITAL: words("modal usaha", "business capital"),
    NET_ASSETS: words("kekayaan bersih", "net assets"),
}
_FIELD: Final = {SALES: "annual_sales", CAPITAL: "capital", NET_ASSETS: "capital"}


def scale_on(facts: Facts, day: date, reader: Reader, draft: Draft) -> str:
    """Give the scale on a day and write the line that shows how it was found."""
    stated = facts.get("scale", str)
    tests = [] if stated else _tests(facts, day, reader)
    if not tests:
        because = words("karena tidak disebut", "as none was given")
        scale = stated or facts.assume("scale", SCALES[-1], because)
        draft.line("scale", _label(scale), None)
        return scale
    found = {test: _measured(facts, test, day, reader) for test in tests}
    scales = {scale for scale, _, _ in found.values()}
    if len(scales) > 1:
        told = ", ".join(f"{_TEST[t].text()} {found[t][0]}" for t in tests)
        facts.refuse(
            "scale",
            f"tidak pasti ({told}); undang-undang hari itu "
            "memakai 'atau' tanpa urutan, nyatakan scale",
        )
    scale, arithmetic, used = found[tests[0]]
    draft.line("scale", _label(scale), None, arithmetic, *used)
    return scale


def _tests(facts: Facts, day: date, reader: Reader) -> list[str]:
    """Name the tests that decide, by what is stated and what the law has that day."""
    has_capital, has_sales = facts.has("capital"), facts.has("annual_sales")
    if reader.find(f"scale/{SCALES[0]}/{CAPITAL}", day, int) is None:
        both = ((NET_ASSETS, has_capital), (SALES, has_sales))
        return [test for test, stated in both if stated]
    if has_capital and (facts.get("newly_founded", bool) or not has_sales):
        return [CAPITAL]
    return [SALES] if has_sales else []


def _measured(
    facts: Facts, test: str, day: date, reader: Reader
) -> tuple[str, Words, tuple[Used, ...]]:
    amount = facts.need(_FIELD[test], int)
    used: list[Used] = []
    for scale in SCALES[:-1]:
        most = reader.at(f"scale/{scale}/{test}", day, int)
        used.append(most.used)
        if amount <= most.value:
            said = words(
                "{test} {amount} ≤ {most}",
                "{test} {amount} ≤ {most}",
                test=_TEST[test],
                amount=rupiah(amount),
                most=rupiah(most.value),
            )
            return scale, said, (most.used,)
    said = words(
        "{test} {amount} > {most}",
        "{test} {amount} > {most}",
        test=_TEST[test],
        amount=rupiah(amount),
        most=rupiah(most.value),
    )
    return SCALES[-1], said, (used[-1],)


def _label(scale: str) -> Words:
    return words(
        "Skala usaha: {scale}", "Scale of the business: {scale}", scale=term(scale)
    )
