"""The day of a moment is asked of the office's clock, never of the moment itself."""

import re


DAY_OF_ITSELF = re.compile(r"\.date\(\)")
ASKED = "src/naungan/casework/clock.py"


def test_no_moment_is_cut_to_its_day_where_it_may_stand_in_another_zone(root, texts):
    cut = [
        path.relative_to(root).as_posix()
        for path, text in texts.items()
        if path.suffix == ".py"
        and path.is_relative_to(root / "src")
        and DAY_OF_ITSELF.search(text)
    ]
    assert cut == [ASKED]
