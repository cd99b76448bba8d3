"""What the codes of one part of the law are called, one module per part."""
