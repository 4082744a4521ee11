"""What a buyer writes: messages in the languages of sellers and buyers, with the facts of an order filled in."""
