"""Cases of employers: findings pursued step by step, across institutions, to their end."""
