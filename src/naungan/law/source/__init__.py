"""How the law is written down and read: units, dated entries, values, texts, files.

What people write comes in here with its place, so that every mistake has a line.
"""
