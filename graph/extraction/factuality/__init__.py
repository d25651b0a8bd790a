"""Whether a claim is affirmed or negated, asserted, reported or only possible, and who says it."""
