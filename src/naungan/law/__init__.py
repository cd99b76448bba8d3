"""What the law says: dated values with article and confidence, kept as YAML.

Start at `naungan.law.book`. Nothing is read until a value is asked for.
"""
