"""Single values as files spell them, made exact or refused; nothing is guessed."""
