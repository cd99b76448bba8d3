"""Templates write moments on the day of the story; the log writes them as they were."""

from datetime import UTC, date, datetime

from django.template import Context, Template


THEN = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def written(text):
    return Template(text).render(Context({"at": THEN, "day": date(2026, 3, 2)}))


def test_a_moment_is_written_on_the_day_of_the_story(settings):
    plain = written('{{ at|date:"j n Y H.i" }}')
    assert plain == "2 3 2026 15.30"
    settings.STORY_DAY = date(2025, 1, 15)
    assert written('{{ at|date:"j n Y H.i" }}') == "15 1 2025 15.30"
    assert written('{{ at|real_date:"j n Y H.i" }}') == plain


def test_a_day_is_written_as_it_is(settings):
    settings.STORY_DAY = date(2025, 1, 15)
    assert written('{{ day|date:"j n Y" }}{{ nothing|date:"Y" }}') == "2 3 2026"
