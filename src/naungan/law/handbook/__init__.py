"""The handbook: the whole law as Markdown pages, in Indonesian and in English."""
