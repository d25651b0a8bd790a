"""The command `libyagraph`: one file a command, each over a call of `graph.api`."""

from graph.cli.app import app, main

__all__ = ["app", "main"]
