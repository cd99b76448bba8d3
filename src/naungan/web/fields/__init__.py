"""Fields of forms for what people write in their own way: days, months, regions, rupiah."""
