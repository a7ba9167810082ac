CREATE OR REPLACE VIEW battery_impact_results AS
SELECT
    (md5_number_lower(event_id::VARCHAR) >> 1)::BIGINT AS id,
    (md5_number_lower(model) >> 1)::BIGINT AS model_id,
    (md5_number_lower(hardware_id) >> 1)::BIGINT AS hardware_id,
    procedure AS test_procedure,
    batch_size,
    coalesce(quantization, precision) AS quantization_method,
    power_avg_mw AS power_consumption_avg,
    power_peak_mw AS power_consumption_peak,
    energy_per_inference_mj AS energy_per_inference,
    battery_drain_pct_per_hour AS battery_impact_percent_hour,
    temperature_rise_c AS temperature_increase,
    inferences_per_joule AS performance_per_watt,
    battery_life_impact_pct AS battery_life_impact,
    device_state,
    to_json({'power_mode': power_mode, 'method': method, 'version': version, 'runtime': runtime}) AS test_config,
    occurred_at AS created_at
FROM current_battery_results
WHERE status = 'ok';
COMMENT ON VIEW battery_impact_results IS 'Named as in the older benchmark database: mW, mJ, %/h, C, inferences per joule.';
