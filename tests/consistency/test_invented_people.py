"""No real person is in this repository: identity numbers are invented ones."""

import re


# 16 digits that stand alone: not part of a hash, a longer number or a fraction.
NUMBER = re.compile(r"(?<![\w.])\d(?:_?\d){15}(?!\w)")
FIRST_INVENTED = 9000


def is_invented(number):
    """Say whether the running number lies above all that offices hand out."""
    return int(number[-4:]) >= FIRST_INVENTED


def test_every_number_of_sixteen_digits_is_an_invented_identity_number(root, texts):
    real = [
        f"{path.relative_to(root)}: …{digits[-6:]}"
        for path, text in texts.items()
        if not path.is_relative_to(root / "locks")  # hashes of packages
        for match in NUMBER.finditer(text)
        if not is_invented(digits := match.group().replace("_", ""))
    ]
    assert not real


def test_the_search_finds_numbers_that_offices_could_have_issued():
    like_real = "160401" + "120580" + "0001"
    for text in (
        f"a,{like_real},b",
        f"NIK: {like_real}.",
        f"nik = {like_real[:8]}_{like_real[8:]}",
    ):
        found = NUMBER.search(text)
        assert found
        assert not is_invented(found.group())
    assert not NUMBER.search(f"sha256:ab{like_real}cd 0.{like_real}")
