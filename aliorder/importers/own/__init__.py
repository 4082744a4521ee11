"""What aliorder itself has exported."""
