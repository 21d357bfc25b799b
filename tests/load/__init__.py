"""Benches: one command each that prints a table of ratios taken in one run."""
