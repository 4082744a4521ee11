"""Mails of AliExpress: one in a file, or a whole mailbox."""
