SELECT coalesce(max(batch), 0) AS batch FROM batch_ledger;
