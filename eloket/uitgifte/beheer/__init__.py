"""The screens of uitgifte in the Wagtail admin."""
