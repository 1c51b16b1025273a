"""What leaves the catalogue beside its pages: one file per outlet, each made from `gegevens.Product`."""
