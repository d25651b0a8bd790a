"""Which candidate claims are right: a linear model over construction, path, trigger, argument types and links."""
