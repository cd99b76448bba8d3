"""The office as processes: its folder, its database, its supervision.

Nothing here knows pages or rules; it starts, watches, stops, backs up and
restores what the other rings run on.
"""
