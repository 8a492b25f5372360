"""The partners' file, read (`lecture`) and written into the database (`ecriture`)."""
