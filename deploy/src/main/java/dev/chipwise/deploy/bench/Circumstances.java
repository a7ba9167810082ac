package dev.chipwise.deploy.bench;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run was measured with; numbers of runs with different ones do not compare.
 *
 * @param versions of the program and its libraries, in words
 * @param memoryMb of the machine
 * @param heapMb most that this process may use
 */
public record Circumstances(
        String command,
        Instant started,
        List<String> versions,
        String machine,
        int cores,
        long memoryMb,
        long heapMb) {

    public Circumstances {
        versions = List.copyOf(versions);
    }

    /** In the order in which people read them. */
    Map<String, Object> json() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("command", command);
        tree.put("started", started);
        tree.put("versions", versions);
        tree.put("machine", machine);
        tree.put("cores", cores);
        tree.put("memory_mb", memoryMb);
        tree.put("heap_mb", heapMb);
        return tree;
    }

    /** One sentence per line. */
    public List<String> lines() {
        return List.of(
                command + ", " + started,
                String.join(", ", versions),
                machine + ", " + cores + " cores, " + memoryMb + " MB, heap " + heapMb + " MB");
    }
}
