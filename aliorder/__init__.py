"""aliorder: what to do now with an AliExpress order, by when, and when the money will be back."""

__version__ = "0.1.0"
