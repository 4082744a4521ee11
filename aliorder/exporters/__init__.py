"""Values turned into documents for programs: JSON as the schemas in `aliorder/schemas` describe it."""
