"""What a letter asks an officer for: only what the case cannot tell."""

import pytest

from naungan.casework.accounts.models import Institution
from naungan.web.pages.cases.letter.form import LetterForm


def asked(code, given=None, **start):
    return LetterForm(
        given,
        code,
        may_annex=False,
        start=start,
        institutions=Institution.objects.none(),
    )


def test_a_letter_to_whoever_has_no_desk_here_names_them():
    form = asked("kpknl_handover", {"to_name": "KPKNL Lahat", "evidence": "Surat III"})
    assert form.is_valid()
    assert form.told()["to"].name == "KPKNL Lahat"
    assert "to" not in form.fields
    assert form.fields["to_name"].initial.startswith("Kantor Pelayanan")


@pytest.mark.parametrize("code", ["skk_non_litigation", "skk_litigation"])
def test_a_mandate_asks_who_holds_it_and_for_what(code):
    form = asked(code, {"matter": "tunggakan", "position": "Kepala"})
    assert form.fields["official"].required
    assert not form.is_valid()
    whole = asked(
        code, {"matter": "tunggakan", "official": "Jaksa", "position": "Kepala"}
    )
    assert whole.is_valid()
    assert whole.of_mandate()["official"] == "Jaksa"


def test_a_warning_asks_for_no_party():
    assert not {"to", "to_name", "official"} & set(asked("warning_1").fields)


def test_a_letter_refused_for_an_empty_list_leads_to_that_list():
    bare = asked("inspector_report", {"found": "Belum mendaftar", "evidence": ""})
    bare.add_error(None, "Lengkapi: bukti yang dilampirkan.")
    assert bare.lacking() == "#id_evidence"
    whole = asked("inspector_report", {"found": "Upah", "evidence": "Surat III"})
    whole.add_error(None, "Lainnya.")
    assert "evidence" not in whole.lacking()
    assert asked("inspector_report").lacking() == ""
