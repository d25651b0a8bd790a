"""Finding names: actors of the base, and unknown names by their form and the entity recogniser."""
