"""The orders of one buyer, kept in one SQLite file. SQL is written here and nowhere else."""

from __future__ import annotations

from aliorder.store.codec import order_from_json, order_to_json
from aliorder.store.journal import Undone
from aliorder.store.orders import OrderStore
from aliorder.store.values import Unreadable
from aliorder.store.wakes import Awake

__all__ = ["Awake", "OrderStore", "Undone", "Unreadable", "order_from_json", "order_to_json"]
