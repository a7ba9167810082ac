FROM ${table};
