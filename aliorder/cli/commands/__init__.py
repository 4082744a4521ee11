"""One file a command; each has a function `run` that the command line calls."""
