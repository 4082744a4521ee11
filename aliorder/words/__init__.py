"""Every sentence that a user reads about stages, actions, steps, reasons and questions."""
