"""The demonstration shows what its offices did: visits, verdicts, letters, a scheme."""

import re
from datetime import date
from html import unescape
from http import HTTPStatus
from urllib.parse import urljoin

import duckdb
import pytest
from django.db import transaction
from django.http import HttpResponseNotFound
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone, translation
from tests.functional.office.attacks import attacked_lines
from tests.functional.office.conftest import (
    BACKEND,
    OWNER,
    PASSWORD,
    shared_with_everybody,
)
from tests.functional.office.small_district import publish_of
from tests.functional.office.test_evidence import plain

from naungan.casework.accounts import actions, desks, scope
from naungan.casework.accounts.demonstration import people_desks, person_at
from naungan.casework.accounts.models import User
from naungan.casework.audit.models import Look
from naungan.casework.commitments.models import Commitment
from naungan.casework.compliance.kinds import MANDATE_OF
from naungan.casework.compliance.models import Case, HandOver, Reply, Skk
from naungan.casework.coordination.models import Event
from naungan.casework.correspondence.demonstration import HEADS
from naungan.casework.correspondence.models import Letter, LetterHead
from naungan.casework.fieldwork import demonstration
from naungan.casework.fieldwork.models import Assignment, Dispatch, Visit
from naungan.casework.intake.running import furnishing
from naungan.casework.protection.demonstration import story
from naungan.casework.protection.models import Billing, Check, Entry, PaidMonth, Scheme
from naungan.casework.protection.states import COVERED
from naungan.casework.review.demonstration import ANSWERS
from naungan.casework.review.models import Verdict
from naungan.casework.sharing.models import Sharing
from naungan.config import urls
from naungan.web.pages.minutes import demonstration as closing


pytestmark = pytest.mark.django_db
STORY_DAY = date(2025, 1, 15)
HIDDEN = re.compile(r"(?s)<(script|style|svg|code|option|textarea)\b.*?</\1>")
TAG = re.compile(r"<[^>]+>")
KEY = re.compile(r"(?<![\w@./?={-])[a-z]+(?:_[a-z0-9]+)+(?![\w@.}])")
HREF = re.compile(r'<a [^>]*?href="([^"]+)"')
NUMBER = re.compile(r"\d+(\.\d+)*")
FILE = re.compile(r"unduh=|\.csv|\.xlsx|\.pdf|\.docx|\.png|/static/|/api/")
ASIDE = re.compile(r"(?s)<(script|style|svg|code)\b.*?</\1>")
INDONESIAN = re.compile(r'(?s)<(\w+)[^>]* lang="id".*?</\1>')
OF_THE_DATA = {"Indonesia", "Kepala desa", "Sumber", "Surat kuasa khusus", "nelayan"}
"""What the data hold and what is also a word of ours: names, addressees, trades."""
REFUSED = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, built):
    """The district of the demonstration, published date by date and furnished each time.

    One transaction around all tests of the module, which undoes it at the end.
    """
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        override_settings(DEMO=True, STORY_DAY=STORY_DAY),
        transaction.atomic(),
    ):
        patch.setattr(demonstration, "VILLAGE", _crowded(built))
        yield _furnished(built)
        transaction.set_rollback(True)


def _furnished(built):
    founder = actions.found_office(
        name="Kantor Cabang Contoh",
        kind="bpjs_branch",
        code=OWNER,
        region_code="16.04",
        email="pendiri@contoh.id",
        person="Pendiri Rekaan",
        password=PASSWORD,
        on=desks.SINCE,
    )
    people_desks()
    scope.enter(scope.of_appointment(founder))
    shared_with_everybody(founder)
    Sharing.objects.update(from_on=desks.SINCE)
    last = len(built) - 1
    for place, one in enumerate(built):
        scope.enter(scope.of_appointment(founder))
        (publication,) = publish_of(founder, [one])
        furnishing.furnish(publication, is_last=place == last)
    return publication


@pytest.fixture
def furnished(world, db, settings):
    """The furnished district, as each test finds it."""
    settings.DEMO, settings.STORY_DAY = True, STORY_DAY
    scope.tell(None, None, every=True)
    return world


def at(desk):
    """Work at a desk: visits are seen by their own institution alone."""
    scope.tell(None, None, every=True)
    scope.enter(person_at(desk))


def counted():
    """Count what the district was furnished with, as each office sees its own."""
    found = []
    for desk in ("dpmd", "kacab", "kades"):
        at(desk)
        found.append((Dispatch.objects.count(), Visit.objects.count()))
    return found, Verdict.objects.count()


def _crowded(built):
    """Name the village in which most people are on no list of members."""
    from naungan.lib import regions

    counts = next(built[0].folder.rglob("village_counts.parquet"))
    [(village,)] = duckdb.sql(f"""SELECT village_code FROM '{counts}'
        WHERE status = 'unregistered' AND village_code IS NOT NULL
        GROUP BY 1 ORDER BY sum(people) DESC, 1 LIMIT 1""").fetchall()
    return regions.dotted(village)


def test_an_errand_of_the_past_has_claims_that_the_next_snapshot_measures(
    furnished, client
):
    at("dpmd")
    assert Visit.objects.filter(outcome="already_covered").exists()
    assert Assignment.objects.filter(state="done").exists()
    scope.tell(None, None, every=True)
    client.force_login(
        User.objects.get(email=f"petugas@{desks.DOMAIN}"),
        "allauth.account.auth_backends.AuthenticationBackend",
    )
    page = plain(client.get(reverse("workers.tasks"), {"selesai": ""}))
    assert "Sudah terlindungi, ada bukti" in page
    assert "bertentangan dengan potret" in page or "cocok dengan potret" in page


def test_verdicts_of_the_demonstration_are_one_of_each_answer(furnished):
    at("kacab")
    kinds = set(Verdict.objects.values_list("kind", flat=True))
    assert kinds == {kind for _, kind, _ in ANSWERS}


def test_nothing_is_added_twice(furnished):
    before = counted()
    furnishing.furnish(furnished, is_last=True)
    assert before == counted()
    assert before[0][0] > (0, 0)


def test_everybody_has_a_desk_of_their_own(furnished):
    scope.tell(None, None, every=True)
    assert all(person_at(one.address) for one in desks.DESKS)


def test_every_desk_that_writes_has_an_address_on_its_letters(furnished):
    for desk in HEADS:
        at(desk)
        assert LetterHead.objects.get().address


def test_letters_of_invented_steps_were_numbered_in_the_order_of_their_days(furnished):
    at("kacab")
    letters = list(Letter.objects.filter(about_kind="case").order_by("book", "serial"))
    assert letters
    for before, after in zip(letters, letters[1:], strict=False):
        assert before.book_id != after.book_id or before.issued_on <= after.issued_on


def test_a_mandate_of_the_story_bears_the_number_of_its_letter(furnished):
    at("kacab")
    letters = Letter.objects.filter(letter__in=MANDATE_OF)
    given = Skk.objects.values_list("number", flat=True)
    assert sorted(given) == sorted(one.number for one in letters)
    assert len(given) > 1


def test_what_the_story_stamps_lies_on_the_days_of_the_story(furnished):
    at("kacab")
    letters = Letter.objects.filter(about_kind="case")
    stamps = [(one.made_at, one.issued_on) for one in letters]
    stamps += [(one.received_at, one.received_on) for one in Reply.objects.all()]
    assert stamps
    assert [timezone.localtime(at).date() for at, _on in stamps] == [
        on for _at, on in stamps
    ]
    sent = HandOver.objects.exclude(decided_at=None)
    assert all(timezone.localtime(o.decided_at).date() >= o.sent_on for o in sent)
    assert all(timezone.localtime(o.decided_at).date() <= STORY_DAY for o in sent)


def test_the_scheme_of_the_story_was_played_to_its_payments(furnished):
    at("dpmd")
    made = Scheme.objects.get(name=story.NAME)
    states = set(Entry.objects.filter(scheme=made).values_list("state", flat=True))
    assert states & set(COVERED)
    assert PaidMonth.objects.filter(scheme=made, paid_on__isnull=False).exists()
    months = Billing.objects.filter(scheme=made, village_code="")
    assert set(months.values_list("from_month", flat=True)) == {
        story.JULY + place for place in range(6)
    }


def test_somebody_who_failed_a_check_is_named_by_no_decree(furnished):
    at("dpmd")
    made = Scheme.objects.get(name=story.NAME)
    barred = Check.objects.filter(scheme=made, weight="stop").values("entry")
    assert barred.exists()
    assert not Entry.objects.filter(pk__in=barred, decision__isnull=False).exists()


def test_the_village_goes_on_with_its_list_of_the_coming_year(furnished):
    at("desa")
    made = Scheme.objects.get(name=story.MORE)
    codes = set(Check.objects.filter(scheme=made).values_list("code", flat=True))
    assert {"too_old", "nik_form", "duplicate"} <= codes
    assert not Entry.objects.filter(scheme=made, decision__isnull=False).exists()


def test_a_meeting_whose_day_was_not_printed_has_none(furnished):
    at("pusat")
    (meeting,) = Event.objects.filter(region_code="62")
    assert (meeting.certainty, meeting.held_on, meeting.year) == ("year", None, 2024)
    assert Event.objects.exclude(pk=meeting.pk).filter(held_on=None).count() == 0


def test_the_next_meeting_in_lahat_follows_one_whose_minutes_all_approved(furnished):
    at("kacab")
    coming = Event.objects.get(state="invited")
    before = coming.parent_links.get().parent
    first = before.parent_links.get().parent
    assert [before.state, first.state] == ["approved", "held"]
    assert first.held_on < before.held_on < coming.held_on


def test_a_meeting_that_somebody_holds_stays_open_when_the_office_starts_again(
    furnished,
):
    at("kacab")
    coming = Event.objects.get(state="invited")
    Event.objects.filter(pk=coming.pk).update(state="held")
    closing.furnish(furnished, is_last=True)
    at("kacab")
    coming.refresh_from_db()
    assert (coming.state, coming.minutes.count()) == ("held", 0)


def test_the_snapshots_measure_what_was_promised_and_contradict_one_claim(furnished):
    at("kacab")
    by_indicator = {}
    for one in Commitment.objects.order_by("pk"):
        by_indicator.setdefault(one.indicator, []).append(one)
    (covered,) = by_indicator["covered_people"]
    assert covered.measurements.count() == 3
    (enrolled,) = by_indicator["scheme_people_paid"]
    assert enrolled.verdict == "contradicted"


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("case", lambda: Case.objects.latest("pk").name),
        ("mandate", lambda: Skk.objects.exclude(number="").latest("pk").number),
        ("commitment", lambda: "kuota 60 pekerja rentan"),
        ("event", lambda: "Monitoring dan evaluasi"),
        ("letter", lambda: Letter.objects.latest("pk").number),
        ("scheme", lambda: "60 pekerja rentan"),
    ],
)
def test_one_field_finds_every_kind_of_paper_for_whoever_sees_it(
    furnished, kind, named
):
    at("kacab")
    words = named()
    looks = Look.objects.filter(noun=kind, purpose="search")
    before = looks.count()
    assert f'id="h-{kind}"' in found_by("kacab", words)
    scope.tell(None, None, every=True)
    assert looks.count() > before
    assert f'id="h-{kind}"' not in found_by("admin", words)


def found_by(desk, words):
    """Look for words at a desk, as the page answers."""
    client = Client()
    client.force_login(User.objects.get(email=f"{desk}@{desks.DOMAIN}"), BACKEND)
    return client.get(reverse("search"), {"q": words}).content.decode()


def test_the_demonstration_offers_a_file_to_send(furnished):
    client = Client()
    address = f"kepesertaan@{desks.DOMAIN}"
    client.force_login(User.objects.get(email=address), BACKEND)
    form = client.get(reverse("incoming.upload")).content.decode()
    assert f'href="{reverse("incoming.sample")}"' in form
    answer = client.get(reverse("incoming.sample"))
    assert answer.status_code == HTTPStatus.OK
    assert answer.content.startswith(b"PK")


def links_of(answer):
    """Give the pages to which a page leads; what is a file to keep is none."""
    if answer.streaming or not answer.content.startswith(b"<!doctype html>"):
        return []
    found = (unescape(one) for one in HREF.findall(answer.content.decode()))
    return [
        urljoin(answer.request["PATH_INFO"], one.partition("#")[0])
        for one in found
        if one.startswith(("/", "?")) and not FILE.search(one)
    ]


def keys_of(answer):
    """Give what a page shows by its key and not in words; code and choices are none."""
    if answer.streaming or not answer.content.startswith(b"<!doctype html>"):
        return []
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return sorted(set(KEY.findall(unescape(TAG.sub(" ", HIDDEN.sub(" ", main))))))


def untranslated(answer):
    """Give what an English page says in a word of ours that is Indonesian."""
    if answer.streaming or not answer.content.startswith(b"<!doctype html>"):
        return []
    shown = INDONESIAN.sub(" ", ASIDE.sub(" ", answer.content.decode()))
    pieces = {" ".join(unescape(one).split()) for one in TAG.split(shown)}
    with translation.override("en"):
        return sorted(
            one
            for one in pieces - OF_THE_DATA
            if one and translation.gettext(one) != one
        )


def _bare(_request, exception):
    """Refuse without a page."""
    del exception
    return HttpResponseNotFound()


def test_a_stranger_who_knows_every_number_opens_and_changes_nothing(
    furnished, monkeypatch
):
    # What a refusal looks like is no matter here, and drawing it is most of the time.
    monkeypatch.setattr(urls, "handler404", _bare, raising=False)
    strangers, asked = attacked_lines.strangers(), attacked_lines.asked()
    before, opened = attacked_lines.kept(), []
    for name, power, address in asked:
        for answer in (
            strangers[power].get(address),
            strangers[power].post(address, attacked_lines.FORM),
        ):
            if answer.status_code not in REFUSED:
                opened.append((name, address, answer.status_code))
    assert len(asked) > 100
    assert not opened
    assert attacked_lines.kept() == before


def test_lists_show_a_stranger_nothing_of_the_demonstration(furnished):
    strangers, secrets = attacked_lines.strangers(), attacked_lines.secrets()
    shown = []
    for name, power in attacked_lines.lists():
        page = strangers[power].get(reverse(name)).getvalue().decode("utf-8", "replace")
        shown += [(name, one) for one in secrets if one in page]
    assert not shown


def test_every_link_that_a_desk_is_shown_leads_somewhere(furnished):
    known, dead, raw = set(), [], []
    for desk in ("kacab", "dpmd", "pemeriksa", "jaksa", "sekda", "desa"):
        scope.tell(None, None, every=True)
        person = User.objects.get(email=f"{desk}@{desks.DOMAIN}")
        client = Client(raise_request_exception=False)
        client.force_login(person, BACKEND)
        waiting = [("", "/")]
        while waiting:
            before, address = waiting.pop()
            answer = client.get(address, follow=True)
            if answer.status_code != HTTPStatus.OK:
                dead.append((desk, before, address, answer.status_code))
            raw += [(desk, address, one) for one in keys_of(answer)]
            for link in links_of(answer):
                kind = NUMBER.sub("<n>", link.partition("?")[0])
                if kind not in known:
                    known.add(kind)
                    waiting.append((address, link))
    assert not dead
    assert not raw
    assert len(known) > 100


def test_a_desk_that_chose_english_is_shown_no_words_of_ours_in_indonesian(furnished):
    known, left = set(), []
    for desk in desks.DESKS:
        scope.tell(None, None, every=True)
        client = Client()
        client.force_login(User.objects.get(email=desks.address(desk)), BACKEND)
        client.post(reverse("language"), {"language": "en"})
        places = client.get(reverse("more"))
        for address in ("/", *links_of(places)):
            kind = desk.address if address == "/" else NUMBER.sub("<n>", address)
            if kind not in known:
                known.add(kind)
                answer = client.get(address, follow=True)
                left += [(desk.address, address, one) for one in untranslated(answer)]
        left += [(desk.address, "more", one) for one in untranslated(places)]
    assert not left
    assert len(known) > 50
