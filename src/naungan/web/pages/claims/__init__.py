"""Claims: reported, papers collected, decided, paid, handed over; and who would be refused."""
