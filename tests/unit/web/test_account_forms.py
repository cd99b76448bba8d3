"""Forms of the library speak our words and hide no label inside a field."""

import pytest
from django.utils import translation

from naungan.casework.accounts.models import User
from naungan.web import account_forms


FORMS = [
    (account_forms.SignIn, {}),
    (account_forms.ForgottenPassword, {}),
    (account_forms.NewPassword, {"user": User()}),
    (account_forms.OtherPassword, {"user": User()}),
    (account_forms.PasswordAgain, {"user": User()}),
    (account_forms.CodeAtSignIn, {"user": User()}),
    (account_forms.CodeAgain, {"user": User()}),
]


@pytest.mark.parametrize(
    ("form", "given"), FORMS, ids=lambda one: getattr(one, "__name__", "")
)
def test_every_field_has_our_label_in_both_languages(form, given):
    for name, field in form(**given).fields.items():
        assert name in form.words
        assert "placeholder" not in field.widget.attrs
        with translation.override("id"):
            indonesian = str(field.label)
        with translation.override("en"):
            assert str(field.label) != indonesian


def test_a_code_is_asked_for_in_a_short_field():
    form = account_forms.CodeAtSignIn(user=User())
    assert form.fields["code"].widget.attrs["class"] == "short"
