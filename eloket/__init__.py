"""eloket: the digital counter of a Dutch gemeente, on Wagtail."""
