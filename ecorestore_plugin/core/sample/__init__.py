"""A made-up but plausible study area, so that every tool can be tried without any data.

Nothing here describes a real place; see ``landscape.sample_landscape`` for the whole.
"""
