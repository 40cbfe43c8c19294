"""Moonpact: who goes to the Moon with whom, since when, on what terms, and who says so."""

__version__ = "0.1.0"
