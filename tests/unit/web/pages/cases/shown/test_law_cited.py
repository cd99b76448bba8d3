"""Articles in one line, each once."""

from naungan.web.pages.cases.shown import law_cited


def test_an_article_that_two_records_rest_on_stands_once():
    held = law_cited.kept(
        [
            {
                "text": "UU 24/2011 Pasal 17; PP 86/2013 Pasal 7",
                "confidence": "VERIFIED",
            },
            {"text": "PP 86/2013 Pasal 7", "confidence": "MEMORY"},
        ]
    )
    assert law_cited.sentence(held) == "UU 24/2011 Pasal 17; PP 86/2013 Pasal 7"
    assert law_cited.doubt(held)
