"""What leaves with a transmission: the conditions that must hold, the copy, the e-mail that announces it."""
