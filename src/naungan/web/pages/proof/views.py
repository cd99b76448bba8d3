"""The page behind the code on a letter: is it ours, what is it, is it still valid.

It tells number, day, kind, institution and validity, and no more: whoever holds a
letter knows the rest. A file that is put in is compared by its hash and kept nowhere.
"""

import hashlib
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from naungan.casework.correspondence import queries
from naungan.casework.correspondence.queries import Proof
from naungan.web.audience import PUBLIC, audience
from naungan.web.page import Page
from naungan.web.pages.letters import presenter


CHUNK: Final = 1 << 16
MOST_BYTES: Final = 20 << 20


class CompareForm(forms.Form):
    """A letter's file, to be compared with what went out."""

    file = forms.FileField(
        label=_("Berkas PDF surat"),
        help_text=_("Berkasnya hanya dibandingkan, tidak disimpan."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
    )

    def clean_file(self) -> Any:
        """Refuse what no letter of this office is."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Berkas ini lebih besar dari 20 MB."))
        return file


@audience(PUBLIC)
def proof(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a code proves, and compare a file with it."""
    found = queries.proof(code)
    if found is None:
        return render(request, "proof/unknown.html", status=404)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = CompareForm(*sent)
    compared = ""
    if form.is_valid():
        is_same = _hash_of(form.cleaned_data["file"]) == found.sha256
        compared = "same" if is_same else "other"
    status = 422 if form.is_bound and form.errors else 200
    shown = {"form": form, "compared": compared, **_told(found)}
    return render(request, "proof/page.html", shown, status=status)


def _told(found: Proof) -> dict[str, Any]:
    return {
        "proof": found,
        "kind": presenter.kind(found.letter),
        "is_valid": found.state not in ("unsigned", "void"),
        "is_unsigned": found.state == "unsigned",
    }


def _hash_of(file: Any) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks(CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


PAGE = Page(
    code="proof",
    urls=(path("surat/<str:code>", proof, name="proof"),),
)
