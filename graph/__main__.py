"""Lets `python -m graph` stand for the command `libyagraph`."""

from graph.cli import main

main()
