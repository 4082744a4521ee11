"""Pages of the site, as a browser saves them."""
