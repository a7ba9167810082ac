CHECKPOINT chipwise;
