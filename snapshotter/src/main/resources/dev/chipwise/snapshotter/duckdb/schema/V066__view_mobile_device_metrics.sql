CREATE OR REPLACE VIEW mobile_device_metrics AS
SELECT
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS id,
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS result_id,
    hardware_device AS device_model,
    os_version,
    soc AS processor_type,
    other_metrics['battery_capacity_mah'] AS battery_capacity_mah,
    zone_max_c[list_position(zones, 'battery')] AS battery_temperature_celsius,
    zone_max_c[list_position(zones, 'cpu')] AS cpu_temperature_celsius,
    zone_max_c[list_position(zones, 'gpu')] AS gpu_temperature_celsius,
    NULL::DOUBLE AS cpu_utilization_percent,
    NULL::DOUBLE AS gpu_utilization_percent,
    NULL::DOUBLE AS memory_utilization_percent,
    NULL::DOUBLE AS network_utilization_percent,
    occurred_at AS created_at
FROM current_battery_results;
COMMENT ON VIEW mobile_device_metrics IS 'Named as in the older benchmark database: the device of each battery run; highest temperatures in C.';
