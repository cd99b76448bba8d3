"""The repository stands on its own: no machine's paths, no hosts, nothing half done."""

import re

import pytest


# Written in pieces, so that this file does not find itself.
REGISTRIES = ["pypi" + ".org", "pythonhosted" + ".org", "npm" + "js", "yarn" + "pkg"]
# A path begins where no word ends: `pages/home/page.html` is ours.
MACHINE = [
    r"(?<!\w)" + path
    for path in (
        r"/ro" + r"ot/",
        r"/ho" + r"me/\w",
        r"/wo" + r"rk/",
        r"/Us" + r"ers/\w",
    )
]
HALF_DONE = [
    *(
        "TO" + r"DO\b",
        "FIX" + "ME",
        r"\bXX" + r"X\b",
        r"(?<![\"'])place" + r"holder(?![\"'s=])",  # not the attribute of a field
        "lorem" + " ip",
    ),
    *("not " + "implemented", r"except Excep" + r"tion\b", "assert " + r"True\b"),
]


def lines_with(root, texts, patterns):
    """Return every tracked line in which one of the patterns stands."""
    search = re.compile("|".join(patterns), re.IGNORECASE)
    return [
        f"{path.relative_to(root)}:{number}: {line.strip()[:100]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if search.search(line)
    ]


def test_no_host_of_a_package_registry_is_named(root, texts):
    assert not lines_with(root, texts, REGISTRIES)


def test_no_path_of_a_particular_machine_is_named(root, texts):
    assert not lines_with(root, texts, MACHINE)


def test_nothing_is_marked_as_half_done(root, texts):
    assert not lines_with(root, texts, HALF_DONE)


def test_a_skipped_test_says_why(root, texts):
    marks = [r"pytest\.mark\.(skip|xfail)\b(?!.*reason=)", r"pytest\.skip\(\s*\)"]
    assert not lines_with(root, texts, marks)


@pytest.mark.parametrize("suffix", [".py", ".md", ".yaml", ".toml"])
def test_text_files_end_with_a_newline_and_have_no_stray_blanks(root, texts, suffix):
    untidy = [
        str(path.relative_to(root))
        for path, text in texts.items()
        if path.suffix == suffix and text
        if not text.endswith("\n") or re.search(r"[ \t]+$", text, re.MULTILINE)
    ]
    assert not untidy
