"""Mending the parse where what the names mean shows that it is wrong."""
