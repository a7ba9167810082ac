CREATE OR REPLACE VIEW seen_hardware AS
SELECT
    hardware_id,
    any_value(hardware_type) AS hardware_type,
    arg_max(hardware_device, occurred_at) AS hardware_device,
    arg_max(os, occurred_at) AS os,
    arg_max(os_version, occurred_at) AS os_version,
    arg_max(driver, occurred_at) AS driver,
    arg_max(soc, occurred_at) AS soc,
    arg_max(hardware_memory_mb, occurred_at) AS memory_mb,
    min(occurred_at) AS first_seen
FROM (
    SELECT hardware_id, hardware_type, hardware_device, os, os_version, driver, soc, hardware_memory_mb, occurred_at
    FROM benchmark_results
    UNION ALL
    SELECT hardware_id, hardware_type, hardware_device, os, os_version, driver, soc, hardware_memory_mb, occurred_at
    FROM battery_results
)
GROUP BY hardware_id;
COMMENT ON VIEW seen_hardware IS 'Hardware as the newest results describe it; memory in MB.';
