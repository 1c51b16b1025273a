"""What holds for an issued product, without a database: its states, its term, its code."""
