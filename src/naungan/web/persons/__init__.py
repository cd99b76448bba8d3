"""What pages say of persons, in one way on all of them."""
