"""Answers and neighbourhoods written as files of other programs."""
