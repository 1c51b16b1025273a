"""What people searched for in vain: counted, shown to redacteuren, and given to a product as another word."""
