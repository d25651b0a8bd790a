"""Deciding who a name means."""
