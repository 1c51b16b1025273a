"""What `make` needs before and around the application: set-up, test databases, apt components.

Standard library only: these modules run before the virtual environment exists.
"""
