"""The order of a queue: what nobody decided, then what nobody could say, then the rest."""

from naungan.casework.review.queue import Queue


A, B, C, D = (1, "a"), (2, "b"), (3, "c"), (4, "d")
EMPTY = Queue((), {})


def test_what_nobody_could_say_goes_to_the_end_of_what_waits():
    found = Queue((A, B, C, D), {A: "unsure", C: "same"})
    assert found.waiting == (B, D, A)
    assert found.arranged == (B, D, A, C)
    assert (found.decided, found.counts["unsure"], found.counts[""]) == (1, 1, 2)


def test_the_next_to_decide_is_the_next_open_one_then_those_before_then_the_unsure():
    answers = {B: "same", D: "unsure"}
    found = Queue((A, B, C, D), answers)
    assert found.next_open(A) == C
    assert found.next_open(C) == A
    assert Queue((A, B, C, D), {**answers, A: "same"}).next_open(C) == D
    assert Queue((A,), {}).next_open(A) is None
    assert found.next_open((9, "x")) == A


def test_neighbours_are_those_of_the_snapshot_decided_or_not():
    found = Queue((A, B, C), {B: "same"})
    assert found.beside(A) == (None, B)
    assert found.beside(C) == (B, None)
    assert found.beside((9, "x")) == (None, A)
    assert EMPTY.beside(A) == (None, None)
    assert (found.place_of(C), found.place_of((9, "x"))) == (3, 0)


def test_verdicts_on_pairs_that_wait_no_more_count_for_nothing():
    found = Queue((A,), {B: "same"})
    assert (found.decided, len(found.waiting)) == (0, 1)
