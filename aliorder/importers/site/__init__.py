"""What the site sends to its own pages: lists, orders, parcels, refunds, alone or in a recording."""
