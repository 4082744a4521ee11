"""The questions that lead to an advice: which to ask is decided here, who asks them is `dialogue`."""
