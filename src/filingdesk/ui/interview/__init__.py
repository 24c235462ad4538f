"""Shows an interview: knows no question and no order; one table maps answer types to fields."""
