"""Lets `python -m graph` stand for the command `libyagraph`."""

from graph.cli import main

if __name__ == "__main__":  # the processes of --jobs import this file under another name
    main()
