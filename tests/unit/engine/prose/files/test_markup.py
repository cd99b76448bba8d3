"""Pages of news: the article stays, navigation and credits go."""

from naungan.engine.prose.files.markup import looks_like_html, text_of_html


PAGE = """<!doctype html><html><head><title>Situs</title><script>var a = 1;</script></head>
<body class="with-sidebar"><nav><a href="/">Beranda</a></nav>
<article><h1>Rapat di Contoh</h1><div class="share-buttons">Bagikan ke teman</div>
<p>Rapat digelar &amp; dihadiri <b>semua</b> pihak.<br>Baris kedua.</p>
<p><a href="/lain">Kabar lain</a></p>
<figure><img src="x.jpg"><figcaption>Foto: seseorang</figcaption></figure>
<div class="related-post"><p>Baca juga kabar yang lain di sini</p></div>
<p>Penutup.</p></article><footer><p>Hak cipta</p></footer></body></html>"""


def test_title_and_paragraphs_of_the_article_are_all_that_stays():
    assert text_of_html(PAGE).splitlines() == [
        "Rapat di Contoh",
        "Rapat digelar & dihadiri semua pihak.",
        "Baris kedua.",
        "Penutup.",
    ]


def test_a_page_without_an_article_gives_its_paragraphs():
    text = "<html><body><p>Satu kalimat.</p></span><p>Dua kalimat.</p></body></html>"
    assert text_of_html(text).splitlines() == ["Satu kalimat.", "Dua kalimat."]


def test_prose_with_an_angle_is_no_page():
    assert not looks_like_html("Upah < UMP dilaporkan.")
    assert looks_like_html("<div>teks</div>")
