"""Templates: each is used, styled, and carries nothing that the policy forbids."""

import importlib.util
import re
from pathlib import Path

import pytest


NAMED = re.compile(r"""["']([\w./-]+\.(?:html|txt|svg))["']""")
CLASSES = re.compile(r'class="([^"]*)"')
TAGS = re.compile(r"{%.*?%}|{{.*?}}")
FORBIDDEN = {
    "inline style": re.compile(r"<style|\sstyle="),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)|\son\w+="),
    "something from outside": re.compile(
        r"""(?:src|href|action)=["']?(?:https?:)?//"""
    ),
    "a label in one language": re.compile(r"{{[^}]*get_(?:role|acting|kind)_display"),
    "placeholder as label": re.compile(r"\splaceholder="),
}
BY_THE_FRAMEWORK = {"403.html", "404.html", "500.html", "429.html"}
LIBRARIES = ("allauth", "django")
MADE_UP = re.compile(r"^shade-")  # classes whose end is computed


@pytest.fixture(scope="module")
def web(root):
    return root / "src" / "naungan" / "web"


@pytest.fixture(scope="module")
def templates(web):
    """Return name -> text of every template, as the loader names it."""
    return {
        path.relative_to(shelf).as_posix(): path.read_text(encoding="utf-8")
        for shelf in (web / "templates", web / "pages")
        for path in sorted(shelf.rglob("*"))
        if path.suffix in (".html", ".txt", ".svg")
    }


def of_libraries():
    """Return the folders in which libraries look for their templates."""
    for package in LIBRARIES:
        yield Path(importlib.util.find_spec(package).origin).parent / "templates"


def test_every_template_is_used(root, templates):
    sources = [path.read_text("utf-8") for path in (root / "src").rglob("*.py")]
    named = {
        name for text in (*sources, *templates.values()) for name in NAMED.findall(text)
    }
    overriding = {
        name
        for name in templates
        if any((folder / name).exists() for folder in of_libraries())
    }
    assert not set(templates) - named - overriding - BY_THE_FRAMEWORK


def test_no_name_of_a_template_is_given_twice(web):
    shelves = [web / "templates", web / "pages"]
    names = [
        path.relative_to(shelf).as_posix()
        for shelf in shelves
        for path in shelf.rglob("*.html")
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_carries(templates, what):
    assert not [
        name for name, text in templates.items() if FORBIDDEN[what].search(text)
    ]


def test_every_class_is_styled(web, templates):
    styles = " ".join(
        path.read_text("utf-8") for path in (web / "static/naungan").glob("*.css")
    )
    styled = set(re.findall(r"\.([a-z][\w-]*)", styles))
    used = {
        one
        for text in templates.values()
        for written in CLASSES.findall(TAGS.sub(" ", text))
        for one in written.split()
    }
    assert not {one for one in used - styled if not MADE_UP.match(one)}


def test_every_place_of_the_navigation_has_its_drawing(web):
    drawn = set(
        re.findall(r'symbol id="(\w+)"', (web / "static/naungan/icons.svg").read_text())
    )
    places = {
        path.parent.name
        for path in (web / "pages").glob("*/views.py")
        if re.search(r"^\s+place=", path.read_text("utf-8"), re.MULTILINE)
    }
    assert places <= drawn
