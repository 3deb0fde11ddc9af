"""Named, tested queries: front matter, catalogue, binding and asking."""
