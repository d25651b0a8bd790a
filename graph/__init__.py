"""libyagraph."""
