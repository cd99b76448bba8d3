"""What a work accident or occupational disease pays, part by part."""
