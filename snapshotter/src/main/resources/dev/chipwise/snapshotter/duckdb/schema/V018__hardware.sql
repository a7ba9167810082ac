-- Latest profile of each hardware, as published; views add hardware seen in results only.
CREATE TABLE hardware (
    topic_key VARCHAR, hardware_id VARCHAR, hardware_type VARCHAR, vendor VARCHAR, hardware_device VARCHAR,
    soc VARCHAR, os VARCHAR, os_version VARCHAR, driver VARCHAR, memory_mb DOUBLE, description VARCHAR,
    updated_at TIMESTAMP, record BLOB, "partition" INTEGER, "offset" BIGINT, recorded_at TIMESTAMP, batch BIGINT
);
COMMENT ON TABLE hardware IS 'Latest profile of each hardware, as published; views add hardware seen in results only.';
