"""What something costs: the tarieventabel of the legesverordening, with amounts that change on a known day.

Products and forms point at a row and ask for its amount on a day.
"""
