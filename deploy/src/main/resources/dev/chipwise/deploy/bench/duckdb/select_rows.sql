SELECT * FROM benchmark_results
