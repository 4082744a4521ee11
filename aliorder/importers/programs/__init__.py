"""Tables and lists that programs of others write: which columns each has, and what is peculiar to it."""
