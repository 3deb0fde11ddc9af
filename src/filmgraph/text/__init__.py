"""Reading of texts: pages and plots into parts of film records."""
