"""Jawaban pemberi kerja: the one page of a case that needs no account, behind a code."""

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from naungan.casework import clock
from naungan.casework.compliance.actions import replies as actions
from naungan.casework.compliance.models import Reply, UploadLink
from naungan.law.book import enacted
from naungan.web.audience import PUBLIC, audience
from naungan.web.form_page import attempt, show
from naungan.web.language import spoken
from naungan.web.page import Page
from naungan.web.papers.field import PaperField


LONGEST: Final = 4_000


class AnswerForm(forms.Form):
    """What an employer answers, in words and papers."""

    use_required_attribute = False  # mistakes are summed up on the page
    sender_name = forms.CharField(
        label=gettext_lazy("Nama dan jabatan Anda"), max_length=200
    )
    text = forms.CharField(
        label=gettext_lazy("Jawaban"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Apa yang sudah dilakukan, apa yang tidak benar dan mengapa. Jangan tulis NIK."
        ),
    )
    papers = PaperField(label=gettext_lazy("Dokumen"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for words or papers: an empty answer is none."""
        found = super().clean() or {}
        if not found.get("text") and not found.get("papers") and not self.errors:
            self.add_error("text", _("Tulis jawaban Anda, atau lampirkan dokumennya."))
        return found


@dataclass(frozen=True)
class Asked:
    """What whoever holds the code may know: who asks whom, about which letter."""

    institution: str
    employer: str
    facts: list[tuple[str, str]]


@audience(PUBLIC)
@never_cache
@sensitive_variables("code")
def reply(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the answer; a code that does not hold is told nothing, not even why."""
    link = actions.link_of(code)
    if link is None:
        return render(request, "reply/refused.html", status=404)
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = AnswerForm(*given)
    if request.method == "POST" and form.is_valid():
        made = attempt(
            form,
            lambda: actions.receive_by_link(
                code=code,
                text=form.cleaned_data["text"],
                sender_name=form.cleaned_data["sender_name"],
                files=form.cleaned_data["papers"],
                today=clock.today(),
            ),
        )
        if made is not None:
            return render(request, "reply/done.html", _done(link, made))
    return show(request, "reply/page.html", form, asked=asked(link))


def asked(link: UploadLink) -> Asked:
    """Say what is answered, and until when; nothing of findings or people."""
    case = link.case
    letter = case.steps.filter(letter__isnull=False).order_by("-taken_on").first()
    until = date_format(timezone.localtime(link.expires_at), "j F Y, H.i")
    facts = [(_("Nomor kasus"), case.number)]
    if letter is not None and letter.letter is not None:
        step = enacted().steps.get(letter.step)
        name = step.title.text(spoken()) if step else ""
        facts.append((_("Surat"), f"{name}, {letter.letter.number}"))
        if letter.ends_on is not None:
            ends = date_format(letter.ends_on, "j F Y")
            facts.append((_("Tenggang surat"), ends))
    facts.append((_("Tautan berlaku sampai"), until))
    return Asked(case.institution.name, case.name, facts)


def _done(link: UploadLink, made: Reply) -> dict[str, Any]:
    return {
        "asked": asked(link),
        "at": date_format(clock.shown(made.received_at), "j F Y, H.i"),
        "receipt": f"{link.case.number}/{made.pk}",
        "papers": [one.name for one in made.papers.all()],
    }


PAGE = Page(code="reply", urls=(path("jawab/<str:code>", reply, name="reply"),))
