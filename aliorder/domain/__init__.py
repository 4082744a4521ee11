"""The pure core: facts in, advice out. No clock, no files, no printing; `now` is an argument."""
