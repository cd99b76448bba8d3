"""Surat kuasa khusus: given to the prosecutor, registered, given back, realised."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.collection import books
from naungan.casework.compliance import kinds
from naungan.casework.compliance.actions import mandates as actions
from naungan.casework.compliance.models import Case, Skk
from naungan.lib.dates import month_text
from naungan.web.audience import audience, whoever_may
from naungan.web.fields.day import Day
from naungan.web.fields.month import Month
from naungan.web.form_page import attempt, show
from naungan.web.pages.cases import words
from naungan.web.pages.cases.forms import LONGEST, Asking
from naungan.web.pages.cases.place import (
    case_of,
    debt_of,
    page,
    proposals_of,
    receivers,
)
from naungan.web.pages.cases.shown import asking
from naungan.web.request import ScopedRequest


TAKES: Final = whoever_may("take_steps")
MOST_IDR: Final = 10**14
PROSECUTORS: Final = ("kejari", "kejati")


class MandateForm(Asking):
    """To whom a mandate is given, for what and how much."""

    to = forms.ModelChoiceField(
        Institution.objects.none(),
        label=gettext_lazy("Penerima kuasa"),
        empty_label=gettext_lazy("Pilih kejaksaan"),
    )
    number = forms.CharField(
        label=gettext_lazy("Nomor SKK"),
        max_length=100,
        required=False,
        help_text=gettext_lazy(
            "Kosongkan bila suratnya diterbitkan di sini: nomornya menjadi nomor SKK. "
            "Isi hanya bila surat kuasanya dibuat di luar."
        ),
    )
    issued_on = Day(label=gettext_lazy("Tanggal SKK"))
    category = forms.ChoiceField(label=gettext_lazy("Golongan"))
    principal_idr = forms.IntegerField(
        label=gettext_lazy("Pokok, rupiah"), min_value=0, max_value=MOST_IDR
    )
    fine_idr = forms.IntegerField(
        label=gettext_lazy("Denda, rupiah"), min_value=0, max_value=MOST_IDR
    )
    from_month = Month(label=gettext_lazy("Dari bulan"), required=False)
    to_month = Month(label=gettext_lazy("Sampai bulan"), required=False)
    until_on = Day(label=gettext_lazy("Berlaku sampai"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Alasan"), max_length=LONGEST, required=False
    )

    def __init__(
        self, given: Any, receiving: QuerySet[Institution], start: dict[str, Any]
    ) -> None:
        """Offer prosecutors; the amounts are those that the case counts."""
        super().__init__(given, initial=start)
        self.fields["to"].queryset = receiving  # type: ignore[attr-defined]
        self.fields["to"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]
        self.fields["category"].choices = words.options(kinds.CATEGORIES)  # type: ignore[attr-defined]
        self.fields["reason"].help_text = _(
            "Bila diambil sebelum waktunya atau melewati langkah lain."
        )


CATEGORY: Final = {
    "contributions_in_arrears": "MENUNGGAK",
    "unregistered_employer": "PWBD",
    "partial_workers": "PDS_TENAGA_KERJA",
    "underreported_wage": "PDS_UPAH",
    "missing_programmes": "PDS_PROGRAM",
}
"""The class of a mandate that each finding of a case proposes."""


class RegisterForm(Asking):
    """Under which number, and when, the prosecutor entered a mandate."""

    number = forms.CharField(label=gettext_lazy("Nomor register"), max_length=100)
    on = Day(label=gettext_lazy("Dicatat pada"))


class ReturnForm(Asking):
    """Why, and when, a mandate came back."""

    on = Day(label=gettext_lazy("Dikembalikan pada"))
    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class EndForm(Asking):
    """When a mandate ended."""

    on = Day(label=gettext_lazy("Tanggal"))


@audience(TAKES)
def issue(request: ScopedRequest, number: int, kind: str) -> HttpResponse:
    """Ask about a mandate, then issue it: the step is taken and the case handed over."""
    case = case_of(request, number)
    if kind not in {one.code for one in kinds.MANDATES}:
        raise Http404
    today = clock.today()
    refused = _refused(request, case, kind, today)
    if refused:
        messages.error(request, refused)
        return redirect("cases.one", number=case.pk)
    if case.track == "arrears" and debt_of(case, today) is None:
        return _to_count(request, case)
    offered = receivers(request).filter(kind__in=PROSECUTORS)
    form = MandateForm(request.POST or None, offered, proposed(case, today))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        made = attempt(
            form,
            lambda: actions.issue_skk(
                by=request.scope, case=case, kind=kind, today=today, **given
            ),
        )
        if made is not None:
            return _issued(request, case, made)
    shown = {
        "title": _("SKK %s") % words.kind(kinds.MANDATES, kind),
        "verb": _("Catat SKK"),
    }
    return show(request, "cases/form.html", form, **page(request, case, **shown))


def _refused(request: ScopedRequest, case: Case, kind: str, today: date) -> str:
    """Say why the rules allow no such mandate on this case; "" where they do."""
    found = proposals_of(request.scope, case, today)
    step = next(one for one in found if one.step.code == actions.STEP[kind])
    if step.may or step.why_not is None:
        return ""
    return f"{words.upper(words.say(step.why_not))}."


def _to_count(request: ScopedRequest, case: Case) -> HttpResponse:
    """Say that a mandate names what is owed, and lead to where it is counted."""
    lacks = asking.uncounted(case, request.scope)
    messages.error(request, _("%s SKK menyebut jumlahnya.") % lacks.text)
    if lacks.address:
        return redirect(lacks.address)
    return redirect("cases.one", number=case.pk)


def _issued(request: ScopedRequest, case: Case, made: Skk) -> HttpResponse:
    """Lead on to the letter of a mandate that has no number yet, else to the case."""
    if made.number:
        messages.success(request, _("SKK %s dicatat.") % made.number)
        return redirect("cases.one", number=case.pk)
    messages.success(request, _("SKK dicatat; suratnya memberi nomornya."))
    taken = case.steps.filter(step=actions.STEP[made.kind]).order_by("pk").last()
    if taken is not None and request.scope.may("issue_letters"):
        return redirect("cases.letter", number=case.pk, taken=taken.pk)
    return redirect("cases.one", number=case.pk)


def proposed(case: Case, today: date) -> dict[str, Any]:
    """Propose the amounts and months that the case counts."""
    start: dict[str, Any] = {"issued_on": today, "principal_idr": 0, "fine_idr": 0}
    codes = {one.code for one in case.findings.all()}
    start["category"] = next((c for f, c in CATEGORY.items() if f in codes), "")
    standing = books.opened(case.pk).standing
    if standing is None:
        return start
    items = [one for one in standing.ledger.lines.values() if one.left_idr]
    months = sorted(one.levy.month for one in items)
    start["principal_idr"] = sum(one.left_idr for one in items)
    start["fine_idr"] = sum(one.fine_left_idr(today) for one in items)
    if months:
        start["from_month"] = month_text(months[0])
        start["to_month"] = month_text(months[-1])
    return start


@audience(TAKES)
def register(request: ScopedRequest, number: int, mandate: int) -> HttpResponse:
    """Enter under which number the prosecutor registered a mandate."""
    words_of = {"title": _("Catat register kejaksaan"), "verb": _("Simpan")}
    return _ask(request, number, mandate, RegisterForm, actions.register_skk, words_of)


@audience(TAKES)
def give_back(request: ScopedRequest, number: int, mandate: int) -> HttpResponse:
    """Enter that a mandate came back, and why; a new one may follow."""
    words_of = {"title": _("SKK dikembalikan"), "verb": _("Simpan")}
    return _ask(request, number, mandate, ReturnForm, actions.return_skk, words_of)


@audience(TAKES)
def realise(request: ScopedRequest, number: int, mandate: int) -> HttpResponse:
    """Enter that a mandate brought what it was given for."""
    words_of = {"title": _("SKK berhasil"), "verb": _("Simpan")}
    return _ask(request, number, mandate, EndForm, actions.realise_skk, words_of)


@audience(TAKES)
def expire(request: ScopedRequest, number: int, mandate: int) -> HttpResponse:
    """Enter that the days of a mandate ran out."""
    words_of = {"title": _("SKK berakhir"), "verb": _("Simpan")}
    return _ask(request, number, mandate, EndForm, actions.expire_skk, words_of)


def _ask(
    request: ScopedRequest,
    number: int,
    mandate: int,
    asking: type[Asking],
    act: Callable[..., Any],
    shown: dict[str, Any],
) -> HttpResponse:
    """Ask, then act on a mandate that a case has."""
    case = case_of(request, number)
    held = get_object_or_404(case.mandates.all(), pk=mandate)
    today = clock.today()
    form = asking(request.POST or None, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form, lambda: act(by=request.scope, skk=held, today=today, **given) or True
        )
        if done is not None:
            messages.success(request, _("Tersimpan."))
            return redirect("cases.one", number=case.pk)
    return show(request, "cases/form.html", form, **page(request, case, **shown))


URLS = (
    path("kasus/<int:number>/skk/baru/<slug:kind>", issue, name="cases.mandate"),
    path("kasus/<int:number>/skk/<int:mandate>/catat", register, name="cases.register"),
    path(
        "kasus/<int:number>/skk/<int:mandate>/kembalikan",
        give_back,
        name="cases.mandate_back",
    ),
    path(
        "kasus/<int:number>/skk/<int:mandate>/berhasil", realise, name="cases.realise"
    ),
    path("kasus/<int:number>/skk/<int:mandate>/berakhir", expire, name="cases.expire"),
)
