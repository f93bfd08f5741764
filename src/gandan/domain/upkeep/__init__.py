"""What must be done every day without anybody asking: when it is due, and what became of it."""
