"""The orders of one buyer, kept in one SQLite file. SQL is written here and nowhere else."""
