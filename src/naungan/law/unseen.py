"""What the law's own files write in the place of an article, in both languages.

An article is cited as the gazette writes it. Where nobody has seen one, the file says
so in our words, and those are ours to translate.
"""

from typing import Final

from naungan.law.words import Words, words


IN_ENGLISH: Final = {
    "pasal belum terlihat": "article not seen",
    "pasal tidak terlihat": "article not to be seen",
    "pasal belum dicatat": "article not recorded",
    "diktum belum dicatat": "dictum not recorded",
    "tidak ada pasal yang terlihat": "no article is to be seen",
    "tidak ada aturan umum yang terlihat": "no general rule is to be seen",
    "tidak ada tenggang yang terlihat dalam peraturan": (
        "no time limit is to be seen in any rule"
    ),
    "tidak memuat pasal denda bagi bukan penerima upah": (
        "holds no article on fines for the self-employed"
    ),
}


def article(written: str) -> Words:
    """Give an article as it is cited, or what stands in its place in both languages."""
    other = IN_ENGLISH.get(written, written)
    return words("{article}", "{other}", article=written, other=other)
