"""Questions to the law and what must come, one test for each case of `questions/`.

The same files run in a terminal: `naungan law check tests/spec/law/questions/*.yaml`.
Expected values come from a source or from arithmetic by hand, shown in the case.
"""

from pathlib import Path

import pytest

from naungan.law.case_file import check, read_cases
from naungan.lib.errors import InputRefused


FOLDER = Path(__file__).parent / "questions"
FILES = sorted(FOLDER.glob("*.yaml"))


def cases():
    """Yield every case with an id; a file that is broken fails as one case."""
    for path in FILES:
        try:
            found = read_cases(path)
        except InputRefused as refusal:
            yield pytest.param(refusal, id=f"{path.stem}: cannot be read")
            continue
        for case in found:
            yield pytest.param(case, id=f"{path.stem}: {case.name}")


def report(outcome):
    """Say what differs, and show how the law came to its answer."""
    rows = [
        f"{outcome.name}",
        f"expected {dict(outcome.expected)}",
        f"got      {dict(outcome.got)}",
    ]
    if outcome.answer is not None:
        rows += ["", outcome.answer.text("en")]
    return "\n".join(rows)


@pytest.mark.parametrize("case", list(cases()))
def test_the_law_answers_as_its_source_says(case):
    if isinstance(case, InputRefused):
        raise case
    outcome = check(case)
    assert outcome.ok, report(outcome)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_names_of_cases_are_unique_within_a_file(path):
    names = [case.name for case in read_cases(path)]
    assert len(names) == len(set(names))
