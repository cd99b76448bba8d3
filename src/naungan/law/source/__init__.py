"""How what people write down is read: with its place, and with every mistake named."""
