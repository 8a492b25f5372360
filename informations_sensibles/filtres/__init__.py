"""What each list of the Cellule lets one look for, and in which order; it stays in the address."""
