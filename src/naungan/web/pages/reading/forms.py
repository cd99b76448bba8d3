"""What is asked to read a report: its text or file, and where it stood."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy


MOST_LETTERS: Final = 100_000
MOST_BYTES: Final = 20 << 20


class ReportForm(forms.Form):
    """A report: pasted or as a file, with outlet and address where they are known."""

    use_required_attribute = False  # mistakes are summed up on the page
    text = forms.CharField(
        label=gettext_lazy("Naskah"),
        max_length=MOST_LETTERS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("Tempel berita atau notulen apa adanya."),
    )
    file = forms.FileField(
        label=gettext_lazy("Atau berkas"),
        required=False,
        help_text=gettext_lazy("Teks, HTML, DOCX, XLSX, atau PDF, paling besar 20 MB."),
    )
    outlet = forms.CharField(
        label=gettext_lazy("Media atau penerbit"), max_length=120, required=False
    )
    url = forms.URLField(
        label=gettext_lazy("Alamat berita"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a text or a file, not for both and not for none."""
        found = super().clean() or {}
        if bool(found.get("text")) == bool(found.get("file")):
            self.add_error("text", _("Tempel naskahnya, atau pilih satu berkas."))
        elif found.get("file") and found["file"].size > MOST_BYTES:
            self.add_error("file", _("Berkas ini lebih besar dari 20 MB."))
        return found
