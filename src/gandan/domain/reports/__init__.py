"""Reports that write themselves from the records: no tables of their own, only what is counted."""
