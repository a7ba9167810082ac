ATTACH ':memory:' AS chipwise;
