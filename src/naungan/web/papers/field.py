"""A form's field for papers: a few files of an answer, a visit, a decision."""

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from naungan.lib.numbers import format_number
from naungan.web.arrival import shown_name


MOST_PAPERS: Final = 5
MOST_BYTES: Final = 10 << 20
MEGABYTE: Final = 1 << 20
ACCEPT: Final = ".pdf,.jpg,.jpeg,.png,.xlsx,.csv,.docx"

Paper = tuple[str, bytes]
"""The name of a file as it may be shown, and its content."""


class Picker(forms.ClearableFileInput):
    """A plain input for several files."""

    allow_multiple_selected = True


class PaperField(forms.FileField):
    """Several small files; what is in them is judged where they are kept."""

    def __init__(self, **rest: Any) -> None:
        """Take what an office reads: PDF, pictures, sheets, letters."""
        super().__init__(widget=Picker(attrs={"accept": ACCEPT}), **rest)

    def clean(self, data: Any, initial: Any = None) -> list[Paper]:
        """Give the names and contents, or say which file is too many or too large."""
        del initial
        given: list[UploadedFile[bytes]] = data if isinstance(data, list) else []
        if self.required and not given:
            raise forms.ValidationError(_("Pilih berkas yang akan dikirim."))
        if len(given) > MOST_PAPERS:
            raise forms.ValidationError(
                _("Paling banyak %s berkas sekali kirim.") % MOST_PAPERS
            )
        return [_read(one) for one in given]


def size_words(size: int) -> str:
    """Write the size of a file in megabytes, or in kilobytes where it is small."""
    if size >= MEGABYTE:
        return f"{format_number(Decimal(size) / MEGABYTE, 1)} MB"
    return f"{format_number(max(size // 1024, 1))} KB"


def _read(file: UploadedFile[bytes]) -> Paper:
    name = shown_name(file.name or "")
    if (file.size or 0) > MOST_BYTES:
        raise forms.ValidationError(
            _("“%(name)s” lebih besar dari %(most)s.")
            % {"name": name, "most": size_words(MOST_BYTES)}
        )
    return name, file.read()
