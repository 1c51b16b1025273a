"""Forms that are only measured, and somebody who fills them in."""
