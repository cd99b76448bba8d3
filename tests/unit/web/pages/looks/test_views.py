"""A look at many things is shown by its first numbers."""

from naungan.web.pages.looks import views


def test_a_look_links_its_first_numbers_and_counts_the_rest():
    numbers = [str(one) for one in range(views.MOST_NUMBERS + 3)]
    shown, more = views.first_numbers(",".join(numbers))
    assert [number for number, _ in shown] == numbers[: views.MOST_NUMBERS]
    assert more == 3
    assert views.first_numbers("7")[1] == 0
