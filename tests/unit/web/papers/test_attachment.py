"""A kept file is saved under its name and run by no browser."""

from naungan.web.papers.attachment import attached


def test_a_file_is_saved_and_not_opened():
    answer = attached(b"<script>", 'a"\r\nX-Evil: 1.pdf', "application/pdf")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "\n" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content) == b"<script>"
