"""How dates are written, per language, where Django's own way does not fit (FORMAT_MODULE_PATH)."""
