"""The screens of a form, from start to receipt."""
