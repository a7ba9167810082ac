CREATE OR REPLACE VIEW hardware_platforms AS
SELECT
    (md5_number_lower(hardware_id) >> 1)::BIGINT AS hardware_id,
    hardware_type,
    hardware_device AS device_name,
    os AS platform,
    os_version AS platform_version,
    driver AS driver_version,
    memory_mb / 1024 AS memory_gb,
    NULL::INTEGER AS compute_units,
    to_json({'id': hardware_id, 'soc': soc}) AS metadata,
    first_seen AS created_at
FROM seen_hardware;
COMMENT ON VIEW hardware_platforms IS 'Named as in the older benchmark database: one row per hardware; memory in GB.';
