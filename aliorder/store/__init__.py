"""The orders of one buyer, kept in one SQLite file. SQL is written here and nowhere else."""

from __future__ import annotations

from aliorder.store.orders import OrderStore

__all__ = ["OrderStore"]
