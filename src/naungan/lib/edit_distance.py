"""How many slips of the pen lie between two short words."""


def distance(one: str, other: str) -> int:
    """Count letters added, dropped, replaced or swapped with a neighbour.

    This is the optimal string alignment distance: no letter is edited twice.
    """
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = last, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]


def pieces_of(text: str, count: int) -> list[str]:
    """Cut a text into pieces; fewer edits than pieces leave one of them whole."""
    size = max(1, len(text) // count)
    return [text[i * size : (i + 1) * size] for i in range(count)]
