"""One page, one module: access → query or action → template."""
