"""Rencana bersama: a work programme of several institutions, also out of an FGD's results."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _, gettext_noop
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.coordination.actions import planning
from naungan.casework.coordination.models import JointPlan
from naungan.casework.coordination.queries import listing, plans as register
from naungan.lib.dates import month_of
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, press, show
from naungan.web.page import Page
from naungan.web.pages.plans import presenter
from naungan.web.pages.plans.forms import (
    ActivityForm,
    DoneForm,
    PlanForm,
    typed,
    written,
)
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")
OF_EVENT: Final = "rapat"
USUAL: Final = 11  # months behind the first
MOST: Final = 100


@audience(SEES)
def plans(request: ScopedRequest) -> HttpResponse:
    """List the joint plans in sight."""
    rows = register.plans(request.scope)[:MOST]
    shown = {
        "lines": [presenter.plan_line(one) for one in rows],
        "may_keep": request.scope.may("keep_meetings"),
    }
    return render(request, "plans/page.html", shown)


@audience(KEEPS)
def make(request: ScopedRequest) -> HttpResponse:
    """Begin a plan; out of an event it holds its recommendations as activities to be."""
    event = _event(request)
    first = month_of(clock.today())
    form = PlanForm(
        request.POST or None,
        initial={"from_month": typed(first), "until_month": typed(first + USUAL)},
    )
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: planning.make_plan(
                by=request.scope, event=event, **form.cleaned_data
            ),
        )
        if made is not None:
            messages.success(request, _("Rencana dibuat; isi kegiatannya."))
            return redirect("plans.one", number=made.pk)
    shown = {"title": _("Buat rencana bersama"), "event": event}
    return show(request, "plans/form.html", form, **shown)


def _event(request: ScopedRequest) -> Any:
    written = request.GET.get(OF_EVENT, "")
    if not is_number(written):
        return None
    found = listing.event(request.scope, int(written))
    if found is None:
        raise Http404
    return found


@audience(SEES)
def plan(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show a plan: activities by month, what waits to become one, overlaps."""
    held = _plan(request, number)
    rows = list(register.activities(held))
    if form := download.asked(request):
        return download.answer(request, presenter.sheet(held, rows), form)
    keeps = _keeps(request, held)
    used = {one.recommendation_id for one in rows if one.recommendation_id}
    advice = held.event.recommendations.exclude(pk__in=used) if held.event else []
    shown = {
        "plan": held,
        "line": presenter.plan_line(held),
        "lines": [presenter.activity_line(one) for one in rows],
        "total": format_rupiah(sum(one.budget_idr for one in rows)),
        "advice": [one for one in advice if one.state != "declined"],
        "overlaps": [
            (presenter.month(one.month), [row.owner_name for row in one.activities])
            for one in register.overlaps(rows)
        ],
        "may_write": keeps and held.state == "draft",
        "may_finish": keeps and held.state == "agreed",
        "keeps": keeps,
    }
    return render(request, "plans/one.html", shown)


@audience(KEEPS)
def activity(request: ScopedRequest, number: int) -> HttpResponse:
    """Put an activity into a plan; one of a recommendation begins with its words."""
    held = _plan(request, number)
    first: dict[str, Any] = {}
    asked = request.GET.get("rekomendasi", "")
    if is_number(asked) and held.event is not None:
        advice = get_object_or_404(held.event.recommendations, pk=int(asked))
        first = {
            "what": advice.text[:300],
            "owner_name": advice.addressee,
            "recommendation": advice.pk,
        }
    form = ActivityForm(request.POST or None, held, first)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: planning.add_activity(
                by=request.scope, plan=held, doing=form.doing()
            ),
        )
        if made is not None:
            messages.success(request, _("Kegiatan masuk rencana."))
            return redirect("plans.one", number=number)
    shown = {"title": _("Tambah kegiatan"), "plan": held}
    return show(request, "plans/form.html", form, **shown)


@audience(KEEPS)
def change(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Put an activity of a plan right that was not agreed."""
    held = _plan(request, number)
    one = get_object_or_404(register.activities(held), pk=row)
    form = ActivityForm(request.POST or None, held, written(one))
    if request.method == "POST" and form.is_valid():
        done = attempt(
            form,
            lambda: planning.change_activity(
                by=request.scope, activity=one, doing=form.doing()
            ),
        )
        if done is not None:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("plans.one", number=number)
    shown = {"title": _("Ubah kegiatan"), "plan": held}
    return show(request, "plans/form.html", form, **shown)


@audience(KEEPS)
def finish(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Say that an activity was done, and what came of it."""
    held = _plan(request, number)
    one = get_object_or_404(register.activities(held), pk=row)
    form = DoneForm(request.POST or None, initial={"done_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = attempt(
            form,
            lambda: planning.finish_activity(
                by=request.scope,
                activity=one,
                on=given["done_on"],
                result=given["result"],
            ),
        )
        if done is not None:
            messages.success(request, _("Kegiatan dicatat selesai."))
            return redirect("plans.one", number=number)
    shown = {"title": _("Catat selesai"), "plan": held, "about": one.what}
    return show(request, "plans/form.html", form, **shown)


@audience(KEEPS)
@require_POST
def move(request: ScopedRequest, number: int) -> HttpResponse:
    """Agree on a plan, drop it, open it again, or take an activity out."""
    held = _plan(request, number)
    today = clock.today()
    acts: dict[str, Callable[[], Any]] = {
        "sepakat": lambda: planning.agree_plan(by=request.scope, plan=held, on=today),
        "henti": lambda: planning.drop_plan(by=request.scope, plan=held),
        "buka": lambda: planning.reopen_plan(by=request.scope, plan=held),
        "hapus": lambda: _remove(request, held),
    }
    act = acts.get(request.POST.get("langkah", ""))
    if act is None:
        raise Http404
    back = reverse("plans.one", args=[number])
    return press(request, act, _("Perubahan disimpan."), back)


def _remove(request: ScopedRequest, plan: JointPlan) -> None:
    asked = request.POST.get("kegiatan", "")
    key = int(asked) if is_number(asked) else 0
    one = get_object_or_404(register.activities(plan), pk=key)
    planning.remove_activity(by=request.scope, activity=one)


def _plan(request: ScopedRequest, number: int) -> JointPlan:
    return get_object_or_404(register.plans(request.scope), pk=number)


def _keeps(request: ScopedRequest, plan: JointPlan) -> bool:
    is_ours = plan.institution_id == request.scope.institution_id
    return is_ours and request.scope.may("keep_meetings")


PAGE = Page(
    code="plans",
    urls=(
        path("rencana-bersama", plans, name="plans"),
        path("rencana-bersama/buat", make, name="plans.make"),
        path("rencana-bersama/<int:number>", plan, name="plans.one"),
        path("rencana-bersama/<int:number>/kegiatan", activity, name="plans.activity"),
        path(
            "rencana-bersama/<int:number>/kegiatan/<int:row>",
            finish,
            name="plans.finish",
        ),
        path(
            "rencana-bersama/<int:number>/kegiatan/<int:row>/ubah",
            change,
            name="plans.change",
        ),
        path("rencana-bersama/<int:number>/langkah", move, name="plans.move"),
    ),
    label=gettext_noop("Rencana bersama"),
    place=39,
    power="see_meetings",
)
