"""What an address asks of the list of cases."""

from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from naungan.casework.compliance import kinds, states
from naungan.casework.compliance.queries import Sought
from naungan.casework.compliance.queries.lists import DENIED
from naungan.law.book import enacted
from naungan.web.language import spoken
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown.ladder import title


ANY: Final = ("", _("Semua"))
NONE_YET: Final = "-"
NOBODY: Final = "nobody"
DUE: Final = (("over", _("lewat batas")), ("soon", _("tujuh hari ke depan")))


class Sieve(forms.Form):
    """The filters of the list, every one of them optional."""

    nama = forms.CharField(
        label=_("Nama, NPP, atau nomor"), max_length=80, required=False
    )
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False)
    jalur = forms.ChoiceField(label=_("Jalur"), required=False)
    tahap = forms.ChoiceField(label=_("Tahap"), required=False)
    batas = forms.ChoiceField(label=_("Batas"), required=False)
    menunggu = forms.ChoiceField(label=_("Menunggu"), required=False)

    def __init__(self, given: QueryDict) -> None:
        """Offer every state, track, step and term."""
        super().__init__(given)
        machine = [
            (one.code, states.CASE.label(one.code, spoken()))
            for one in states.CASE.states
        ]
        steps = sorted(enacted().steps.values(), key=lambda one: one.order)
        self._offer("keadaan", [*machine, (DENIED, words.denied())])
        self._offer("jalur", words.options(kinds.TRACKS))
        self._offer(
            "tahap",
            [
                (NONE_YET, _("belum ada langkah")),
                *((one.code, title(one.code)) for one in steps),
            ],
        )
        self._offer("batas", list(DUE))
        self._offer(
            "menunggu", [one for one in words.options(kinds.WAITS) if one[0] != NOBODY]
        )

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = [ANY, *choices]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        """Give what was chosen and is offered; nothing else is asked."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def sought(self) -> Sought:
        """Say the filters as the list of cases does."""
        given = self.wanted()
        return Sought(
            text=given.get("nama", "").strip(),
            state=given.get("keadaan", ""),
            track=given.get("jalur", ""),
            stage=given.get("tahap", ""),
            due=given.get("batas", ""),
            waits=given.get("menunggu", ""),
            mine=self.data.get("milik") == "saya",
            our_turn=self.data.get("giliran") == "kami",
        )
