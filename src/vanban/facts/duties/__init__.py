"""How duties are read: who is governed by which heading, what each sentence says, what a table says."""
