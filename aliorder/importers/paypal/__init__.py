"""PayPal's account activity: when orders were paid, and when money came back."""
