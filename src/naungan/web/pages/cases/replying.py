"""What the employer answers: written down, asked for by a link, read, considered."""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.compliance.actions import replies as actions
from naungan.casework.correspondence import papers
from naungan.lib.errors import Refusal
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show
from naungan.web.pages.cases.forms import ConsiderForm, ReplyForm
from naungan.web.pages.cases.place import case_of, page
from naungan.web.pages.cases.shown import partners
from naungan.web.papers.attachment import attached
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_cases")
TAKES: Final = whoever_may("take_steps")


@audience(TAKES)
def reply(request: ScopedRequest, number: int) -> HttpResponse:
    """Write down an answer that came to the office."""
    case = case_of(request, number)
    today = clock.today()
    form = ReplyForm(initial={"received_on": today})
    if request.method == "POST":
        form = ReplyForm(request.POST, request.FILES)
    if form.is_valid():
        given = form.cleaned_data
        files = given.pop("papers")
        made = attempt(
            form,
            lambda: actions.record_reply(
                by=request.scope, case=case, today=today, files=files, **given
            ),
        )
        if made is not None:
            messages.success(request, _("Jawaban tercatat dan menunggu pertimbangan."))
            return redirect("cases.one", number=case.pk)
    words = {"title": _("Catat jawaban pemberi kerja"), "verb": _("Simpan jawaban")}
    return show(request, "cases/form.html", form, **page(request, case, **words))


@audience(TAKES)
def consider(request: ScopedRequest, number: int, reply: int) -> HttpResponse:
    """Write what the office makes of an answer; then the next step may be decided."""
    case = case_of(request, number)
    held = get_object_or_404(case.replies.filter(state="in"), pk=reply)
    form = ConsiderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: actions.consider_reply(
                by=request.scope,
                reply=held,
                today=clock.today(),
                **form.cleaned_data,
            ),
        )
        if made is not None:
            messages.success(request, _("Pertimbangan tercatat."))
            return redirect("cases.one", number=case.pk)
    shown = {
        "title": _("Pertimbangkan jawaban"),
        "verb": _("Simpan pertimbangan"),
        "beside": "cases/reply_beside.html",
        "reply": partners.answered(request.scope, held, held.papers.all()),
    }
    return show(request, "cases/form.html", form, **page(request, case, **shown))


@audience(TAKES)
@require_POST
def link(request: ScopedRequest, number: int) -> HttpResponse:
    """Make a link for the employer's answer; it is shown this once."""
    case = case_of(request, number)
    try:
        days = actions.days_of_link(case, clock.today())
        code = actions.make_link(by=request.scope, case=case, days=days)
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("cases.one", number=case.pk)
    address = request.build_absolute_uri(reverse("reply", args=[code]))
    return render(request, "cases/link.html", page(request, case, link=address))


@audience(TAKES)
@require_POST
def revoke(request: ScopedRequest, number: int, link: int) -> HttpResponse:
    """Take a link back."""
    case = case_of(request, number)
    held = get_object_or_404(case.links.filter(revoked_at=None), pk=link)
    actions.revoke_link(by=request.scope, link=held)
    messages.success(request, _("Tautan dicabut."))
    return redirect("cases.one", number=case.pk)


@audience(SEES)
def paper(request: ScopedRequest, number: int, paper: int) -> HttpResponseBase:
    """Give a file of a case to whoever sees the case, never to be shown as a page."""
    case = case_of(request, number)
    held = get_object_or_404(case.papers.all(), pk=paper)
    try:
        content = papers.read(held.institution_id, held.sha256)
    except FileNotFoundError as error:
        raise Http404 from error
    return attached(content, held.name, held.mime)


URLS = (
    path("kasus/<int:number>/jawaban", reply, name="cases.reply"),
    path(
        "kasus/<int:number>/jawaban/<int:reply>/pertimbangkan",
        consider,
        name="cases.consider",
    ),
    path("kasus/<int:number>/tautan", link, name="cases.link"),
    path("kasus/<int:number>/tautan/<int:link>/cabut", revoke, name="cases.revoke"),
    path("kasus/<int:number>/berkas/<int:paper>", paper, name="cases.paper"),
)
