"""Tables of any kind, and the orders in them."""
