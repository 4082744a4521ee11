"""Plain values for facts and back: what a store keeps, a document says, an export carries."""
