"""Your numbers: a visitor's own table, one feature or many, a number or a yes/no to predict."""
