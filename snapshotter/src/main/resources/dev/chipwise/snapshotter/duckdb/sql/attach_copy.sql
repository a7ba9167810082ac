ATTACH '${file}' AS copy (STORAGE_VERSION '${version}');
