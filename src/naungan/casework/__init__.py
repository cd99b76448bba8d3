"""What officers decide: models and rules, no pages."""
