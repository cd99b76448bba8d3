"""Living a story of arrears: debts, payments, instalments and mandates beside its steps."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from naungan.casework.accounts.models import Institution
from naungan.casework.collection import actions, books, proposing, statement
from naungan.casework.collection.actions import Origin, Receipt
from naungan.casework.collection.models import InstalmentPlan
from naungan.casework.compliance.actions import mandates
from naungan.casework.compliance.demonstration import playing
from naungan.casework.compliance.demonstration.playing import Played, Verb
from naungan.casework.compliance.demonstration.stories import Event
from naungan.casework.compliance.models import Skk
from naungan.casework.compliance.states import ALIVE
from naungan.casework.intake.models import Publication


DIVISOR: Final = {"all": 1, "half": 2}
CATEGORY: Final = "MENUNGGAK"


def count(played: Played, publication: Publication, on: date) -> None:
    """Freeze what the employer owes as the snapshot proposes it."""
    by, number = played.at("pemeriksa"), played.case.employer_id
    assert number is not None, "the case was opened from a snapshot"
    found = proposing.proposed(publication, by, number, on)
    assert found is not None, "an employer in arrears has members behind"
    actions.establish(
        by=by,
        case=played.case,
        statement=statement.state(found.question, on),
        on=on,
        origin=Origin("snapshot", publication.run, publication.month),
        workers=found.people,
        today=on,
    )


def _pay(played: Played, event: Event) -> None:
    day = played.day(event)
    played.at("pemeriksa")
    owed = books.opened(played.case.pk).owed_idr(day)
    _receive(played, day, owed // DIVISOR[event.what], event.what)


def _receive(played: Played, day: date, amount_idr: int, part: str) -> None:
    actions.record_payment(
        by=played.at("pemeriksa"),
        case=played.case,
        receipt=Receipt(day, amount_idr, f"REKAAN-{played.case.pk}-{part}"),
        today=day,
    )


def _promise(played: Played, event: Event) -> None:
    day = played.day(event)
    actions.promise(
        by=played.at("pemeriksa"),
        case=played.case,
        signed_on=day,
        count=int(event.what),
        agreement="Surat kesanggupan (rekaan)",
        today=day,
    )


def _instalment(played: Played, event: Event) -> None:
    played.at("pemeriksa")
    plan = InstalmentPlan.objects.get(case=played.case)
    line = plan.lines.get(number=int(event.what))
    if line.due_on > played.today:
        return  # nobody has paid what falls due tomorrow
    _receive(played, line.due_on, line.amount_idr, f"cicilan-{line.number}")


def _mandate(played: Played, event: Event) -> None:
    by, day = played.at("kacab"), played.day(event)
    account = books.opened(played.case.pk).standing
    assert account is not None, "what is owed was counted first"
    items = account.ledger.lines.values()
    months = [line.month for line in account.lines]
    given = mandates.issue_skk(
        by=by,
        case=played.case,
        to=Institution.objects.get(pk=played.desks["jaksa"].institution_id),
        kind=event.what,
        category=CATEGORY,
        issued_on=day,
        principal_idr=sum(one.left_idr for one in items),
        fine_idr=sum(one.fine_left_idr(day) for one in items),
        from_month=min(months),
        to_month=max(months),
        today=day,
    )
    mandates.deliver(by=by, skk=given, today=day)  # its letter is signed that day


def _alive(played: Played) -> Skk:
    return Skk.objects.get(case=played.case, state__in=ALIVE)


def _register(played: Played, event: Event) -> None:
    by, day = played.at("jaksa"), played.day(event)
    mandates.register_skk(
        by=by,
        skk=_alive(played),
        number=f"REKAAN-{played.case.pk}",
        on=day,
        today=day,
    )


def _return(played: Played, event: Event) -> None:
    by, day = played.at("jaksa"), played.day(event)
    mandates.return_skk(by=by, skk=_alive(played), reason=event.text, on=day, today=day)


def _realise(played: Played, event: Event) -> None:
    by, day = played.at("jaksa"), played.day(event)
    mandates.realise_skk(by=by, skk=_alive(played), on=day, today=day)


VERBS: Final[Mapping[str, Verb]] = {
    **playing.VERBS,
    "pay": _pay,
    "promise": _promise,
    "instalment": _instalment,
    "mandate": _mandate,
    "register": _register,
    "return": _return,
    "realise": _realise,
}
"""What may happen on the arrears track."""
