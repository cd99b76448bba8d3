"""Nobody signs up; letters speak the language of whoever receives them."""

from allauth.core.context import request_context
from django.core import mail
from django.test import RequestFactory
from django.utils import translation

from naungan.web.accounts import InvitedOnly


def test_there_is_no_door_for_strangers():
    request = RequestFactory().get("/")
    assert not InvitedOnly(request).is_open_for_signup(request)


def test_a_letter_speaks_the_language_of_its_reader(someone):
    someone.language = "en"
    given = {"user": someone, "password_reset_url": "http://localhost/x"}
    request = RequestFactory().get("/")
    with translation.override("id"), request_context(request):
        InvitedOnly().send_mail(
            "account/email/password_reset_key", someone.email, given
        )
    (letter,) = mail.outbox
    assert letter.subject == "Naungan: New password"
    assert "asked for a new password" in letter.body
