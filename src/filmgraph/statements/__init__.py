"""From records and identity to statements, and from statements to the projection."""
