package dev.chipwise.deploy.cli;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** What the machine has, and what some processes have used of it so far. */
record MachineUse(OperatingSystemMXBean system, ThreadMXBean threads, List<ProcessHandle> others) {

    static MachineUse ofThisProcess() {
        return new MachineUse(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class),
                ManagementFactory.getPlatformMXBean(ThreadMXBean.class),
                List.of());
    }

    MachineUse and(long pid) {
        return new MachineUse(system, threads, ProcessHandle.of(pid).stream().toList());
    }

    long memoryMb() {
        return system.getTotalMemorySize() >> 20;
    }

    /** Processor time of this process and the others together. */
    long processorNanos() {
        return system.getProcessCpuTime()
                + others.stream()
                        .mapToLong(
                                it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                        .sum();
    }

    /** What the threads of this process that live and are named so have allocated. */
    long allocatedBytes(Predicate<String> names) {
        long allocated = 0;
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && names.test(thread.getThreadName())) {
                allocated += Math.max(0, threads.getThreadAllocatedBytes(thread.getThreadId()));
            }
        }
        return allocated;
    }
}
