package dev.chipwise.schemas.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory that all state stores of a process take outside the heap; unbounded is
 * RocksDB's default.
 */
public final class BoundedRocksMemory implements RocksDBConfigSetter {

    private static final long TOTAL_BYTES = 256L << 20;
    private static final long WRITE_BUFFER_BYTES = 96L << 20;
    private static final long BLOCK_BYTES = 4L << 10;
    private static final double INDEX_SHARE = 0.1;

    /** One for the whole process, on first use: a cache per store would bound nothing. */
    private static final class Shared {

        static {
            RocksDB.loadLibrary();
        }

        static final Cache CACHE = new LRUCache(TOTAL_BYTES, -1, false, INDEX_SHARE);
        static final WriteBufferManager WRITE_BUFFERS =
                new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setBlockSize(BLOCK_BYTES);
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
        options.setTableFormatConfig(table);
    }

    /** Nothing to close: cache and write buffers belong to the process, not to the store. */
    @Override
    public void close(String storeName, Options options) {}
}
