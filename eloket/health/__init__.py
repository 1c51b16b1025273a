"""Is the counter up, is it ready to work, and what do we tell people when it is not?"""
