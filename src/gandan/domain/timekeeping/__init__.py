"""The calendar and the terms changed by an office, and what its open dates make of it."""
