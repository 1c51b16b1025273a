"""What people fill in to make an afspraak."""
