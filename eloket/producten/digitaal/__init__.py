"""How one can send something to the gemeente digitally, product by product (Awb afdeling 2.3)."""
