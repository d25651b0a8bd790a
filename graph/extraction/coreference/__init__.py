"""Pronouns and definite descriptions: who "he", "the brigade" or "the Turkish president" is."""
