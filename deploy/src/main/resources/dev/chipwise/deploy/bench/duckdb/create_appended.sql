CREATE TABLE appended (${columns})
