"""How programs are let in, how often, and how they are told no."""
