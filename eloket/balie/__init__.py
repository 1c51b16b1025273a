"""What a KCC-medewerker sees at the desk and on the phone.

Screens only.
"""
