"""The tests of the wizard: the questions as tables, the dialogue through a pseudo-terminal."""
