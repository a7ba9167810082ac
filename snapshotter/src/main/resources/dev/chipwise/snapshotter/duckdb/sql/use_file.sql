USE chipwise;
