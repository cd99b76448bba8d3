"""The employer answers: by the office or by a link that tells nothing and runs out."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance.actions import cases, partners, replies
from naungan.casework.compliance.models import Case, Paper, Reply, UploadLink
from naungan.casework.correspondence.papers import PaperRefused


pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def nobody():
    """Work as whoever has no account."""
    scope.tell(None, None, every=False)


def test_an_answer_hangs_on_the_last_step_and_is_considered_once(opened, take, offices):
    case = opened()
    step = take(case, "warning_1")
    reply = replies.record_reply(
        by=offices.examiner,
        case=case,
        received_on=TODAY,
        text="Kami daftar minggu depan.",
        sender_name="Direktur",
        today=TODAY,
    )
    step.refresh_from_db()
    assert (reply.step_id, step.state) == (step.pk, "answered")
    with pytest.raises(ActRefused, match="Tulis alasan"):
        replies.consider_reply(
            by=offices.examiner, reply=reply, consideration="", today=TODAY
        )
    done = replies.consider_reply(
        by=offices.examiner, reply=reply, consideration="Ditunggu.", today=TODAY
    )
    assert done.considered_by_id == offices.examiner.user_id
    with pytest.raises(ActRefused, match="sudah berubah"):
        replies.consider_reply(
            by=offices.examiner, reply=reply, consideration="Lagi.", today=TODAY
        )


def test_an_answer_says_something(opened, offices):
    case = opened()
    with pytest.raises(ActRefused, match="lampirkan berkas"):
        replies.record_reply(
            by=offices.examiner, case=case, received_on=TODAY, text=" ", today=TODAY
        )
    with pytest.raises(ActRefused, match="terlalu panjang"):
        replies.receive_by_link(code="x", text="a" * 6_000, today=TODAY)


def test_a_link_lets_an_answer_in_and_shows_only_its_own_case(opened, offices):
    case = opened()
    opened("arrears")
    code = replies.make_link(by=offices.examiner, case=case)
    assert code not in UploadLink.objects.get().code_hash
    nobody()
    assert not Case.objects.exists()
    reply = replies.receive_by_link(
        code=code,
        text="Terlampir.",
        sender_name="Bagian SDM",
        files=[("surat.pdf", PDF)],
        today=TODAY,
    )
    assert (reply.via, reply.received_by_id) == ("link", None)
    scope.enter(offices.examiner)
    (paper,) = Paper.objects.all()
    assert (paper.name, paper.mime, paper.reply_id) == (
        "surat.pdf",
        "application/pdf",
        reply.pk,
    )
    assert UploadLink.objects.get().uses == 1
    assert Case.objects.get(pk=case.pk).waits_for == "reply"


def test_a_file_that_is_not_what_it_says_is_refused_and_nothing_is_kept(
    opened, offices
):
    case = opened()
    code = replies.make_link(by=offices.examiner, case=case)
    nobody()
    with pytest.raises(PaperRefused, match="bukan PDF"), transaction.atomic():
        replies.receive_by_link(
            code=code, text="Lihat.", files=[("surat.pdf", b"MZ\x00")], today=TODAY
        )
    scope.enter(offices.examiner)
    assert not Reply.objects.exists()
    assert UploadLink.objects.get().uses == 0


@pytest.mark.parametrize("end", ["expire", "revoke", "use", "close"])
def test_a_link_that_ended_is_like_one_that_never_was(opened, offices, end):
    case = opened()
    code = replies.make_link(by=offices.examiner, case=case, days=1)
    link = UploadLink.objects.get()
    if end == "expire":
        past = timezone.now() - timedelta(seconds=1)
        UploadLink.objects.filter(pk=link.pk).update(expires_at=past)
    elif end == "revoke":
        replies.revoke_link(by=offices.examiner, link=link)
    elif end == "use":
        UploadLink.objects.filter(pk=link.pk).update(uses=replies.MOST_USES)
    else:
        cases.close(by=offices.examiner, case=case, reason="gone", today=TODAY)
    for tried in (code, "tidak-pernah-ada"):
        nobody()
        assert replies.link_of(tried) is None
        with pytest.raises(ActRefused, match="tidak berlaku lagi"):
            replies.receive_by_link(code=tried, text="Halo.", today=TODAY)


def test_a_guess_shows_no_link(opened, offices):
    replies.make_link(by=offices.examiner, case=opened())
    nobody()
    assert replies.link_of("tebakan") is None
    assert not UploadLink.objects.exists()


def test_a_link_holds_a_sensible_time(opened, offices):
    case = opened()
    for days in (0, 61):
        with pytest.raises(ActRefused, match="enam puluh hari"):
            replies.make_link(by=offices.examiner, case=case, days=days)


def test_a_link_outlasts_the_term_of_the_letter_that_it_answers(opened, take):
    case = opened()
    assert replies.days_of_link(case, TODAY) == replies.LEAST_DAYS
    step = take(case, "warning_1")
    step.ends_on = TODAY + timedelta(days=19)
    step.save()
    assert replies.days_of_link(case, TODAY) == 20
    step.ends_on = TODAY + timedelta(days=90)
    step.save()
    assert replies.days_of_link(case, TODAY) == replies.MOST_DAYS


def test_papers_are_kept_by_whoever_brought_them(opened, offices, hand):
    case = opened()
    hand(case, offices.inspector, "join")
    scope.enter(offices.inspector)
    (paper,) = replies.add_papers(
        by=offices.inspector, case=case, kind="record", files=[("ba.pdf", PDF)]
    )
    assert paper.institution_id == offices.inspector.institution_id
    scope.enter(offices.examiner)
    assert case.papers.get() == paper
    with pytest.raises(DatabaseError), transaction.atomic():
        Paper.objects.create(
            institution_id=offices.inspector.institution_id,
            case=case,
            kind="other",
            name="x",
            sha256="0" * 64,
            size=1,
            mime="x",
        )
    scope.enter(offices.elsewhere)
    assert not Paper.objects.exists()
    assert connection.in_atomic_block


def test_an_answer_reaches_whoever_holds_the_case_after_it_went_on(
    opened, offices, take, hand
):
    case = opened()
    take(case, "warning_1")
    ours = replies.make_link(by=offices.examiner, case=case)
    sent = hand(case, offices.inspector, "join")
    scope.tell(None, None, every=False)
    replies.receive_by_link(code=ours, text="Sudah.", today=TODAY)
    scope.enter(offices.inspector)
    (reply,) = Reply.objects.all()
    heard = {"consideration": "Diperiksa bersama.", "today": TODAY}
    replies.consider_reply(by=offices.inspector, reply=reply, **heard)
    theirs = replies.make_link(by=offices.inspector, case=case)
    partners.give_back(
        by=offices.inspector, hand_over=sent, reason="Bukan wilayah kami.", today=TODAY
    )
    scope.tell(None, None, every=False)
    replies.receive_by_link(code=theirs, text="Kami jawab.", today=TODAY)
    scope.enter(offices.examiner)
    assert Reply.objects.get(text="Kami jawab.").institution_id == case.institution_id
