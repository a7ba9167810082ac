ATTACH '${file}' AS chipwise (STORAGE_VERSION '${version}');
