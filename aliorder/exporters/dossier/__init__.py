"""The dossier: one order with its evidence, for somebody who has to decide about it and has two minutes."""
