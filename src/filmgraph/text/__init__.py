"""Pages and plots as text, read into film records; suggestions of themes."""
