"""Loaders and reading: from a source's files to checked film records, with a report."""
