"""The screens of afspraken, from the two doors to the reference number."""
