"""Who does what to whom: frames of verbs, nouns, adjectives, offices and compounds over the parse."""
