"""Whatever the logs write down has words on the page that shows them."""

import ast
from pathlib import Path

from tests.office_database import HOME  # first: it sets Django up


# isort: split
from naungan.engine import snapshot
from naungan.engine.door.door import IMPERSONAL
from naungan.engine.shelves import items
from naungan.web.log_words import NOUNS, PURPOSES, VERBS


assert HOME
SOURCE = Path(snapshot.__file__).parents[1]
WRITERS = {"record", "_record"}
DOORS = {"reach", "figures"}


def written(keyword):
    """Give every constant that is passed by a name to a writer of the logs."""
    found = {}
    for part in ("casework", "web", "commands"):
        for path in sorted((SOURCE / part).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call) or _name(node.func) not in WRITERS:
                    continue
                for value in given(node, keyword):
                    found[value] = path.relative_to(SOURCE).as_posix()
    return found


def given(call, keyword):
    """Give the constants of a call under a name; `_record` takes its verb in place."""
    named = [one.value for one in call.keywords if one.arg == keyword]
    if keyword == "verb" and _name(call.func) == "_record":
        named += call.args
    return [one.value for one in named if isinstance(one, ast.Constant)]


def _name(function):
    return getattr(function, "attr", getattr(function, "id", ""))


def sheets():
    """Give the code of every table that can be taken away: the noun of that act."""
    found = {}
    for path in sorted((SOURCE / "web").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) == "Sheet":
                for one in node.keywords:
                    if one.arg == "code" and isinstance(one.value, ast.Constant):
                        found[one.value.value] = path.relative_to(SOURCE).as_posix()
    return found


def purposes():
    """Give every purpose said to a door or a look, where a module says it itself."""
    found = {}
    for part in ("casework", "web"):
        for path in sorted((SOURCE / part).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = {
                node.target.id: node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
            }
            for one in said(tree):
                constant = names.get(getattr(one, "id", ""), one)
                if isinstance(constant, ast.Constant):
                    found[constant.value] = path.relative_to(SOURCE).as_posix()
    return found


def said(tree):
    """Give what stands where a purpose is said."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in calls:
        if _name(call.func) in DOORS:
            yield from call.args[1:2]
        if _name(call.func) in DOORS | {"record"}:
            yield from (one.value for one in call.keywords if one.arg == "purpose")


def test_every_purpose_has_words():
    silent = {code: path for code, path in purposes().items() if code not in PURPOSES}
    assert not silent
    assert {"person_page", "uncovered_list", "oversight"} <= set(PURPOSES)


def test_every_table_about_persons_has_words():
    tables = set(items("naungan.engine.tables", "TABLE")) - set(IMPERSONAL)
    assert not tables - set(NOUNS)


def test_every_verb_of_an_act_has_words():
    silent = {code: path for code, path in written("verb").items() if code not in VERBS}
    assert not silent


def test_every_noun_of_an_act_or_a_look_has_words():
    nouns = written("noun") | sheets()
    silent = {code: path for code, path in nouns.items() if code not in NOUNS}
    assert not silent


def test_the_search_finds_what_is_written():
    assert {"share", "invite"} <= set(written("verb"))
    assert {"sharing", "institution"} <= set(written("noun"))
