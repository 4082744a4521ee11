"""Values turned into what a person reads: plain lines, or drawn on a terminal."""
