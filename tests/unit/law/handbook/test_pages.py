import re

from naungan.law.handbook.pages import handbook


def test_both_languages_have_the_same_pages(book):
    pages = handbook(book)
    ids = {name.removeprefix("id/") for name in pages if name.startswith("id/")}
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}
    assert ids == english
    assert {"README.md", "contoh.md", "clocks.md", "duties.md", "ladders.md"} <= ids


def test_every_link_of_every_page_leads_to_a_page(book):
    pages = handbook(book)
    for name, text in pages.items():
        folder = name.rpartition("/")[0]
        for target in re.findall(r"\]\(([^)]+\.md)\)", text):
            language, _, rest = target.removeprefix("../").rpartition("/")
            assert f"{language or folder}/{rest}" in pages or target in pages, target


def test_the_index_says_how_to_read_and_by_which_version(book):
    pages = handbook(book)
    assert f"Versi `{book.version}`" in pages["id/README.md"]
    assert "*one source*" in pages["en/README.md"]
    assert "Pasal is an article" in pages["en/README.md"]


def test_every_value_duty_and_step_stands_in_each_edition(book):
    pages = handbook(book)
    for language in ("id", "en"):
        whole = "".join(t for name, t in pages.items() if name.startswith(language))
        for path in (*book.paths, *book.obligations, *book.steps):
            assert f"`{path}`" in whole
