"""The interface for programs, version 1: addresses, shapes, and its own reference."""
