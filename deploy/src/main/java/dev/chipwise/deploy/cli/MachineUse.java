package dev.chipwise.deploy.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** What the machine has, and what some processes have used of its processors so far. */
record MachineUse(OperatingSystemMXBean system, List<ProcessHandle> others) {

    static MachineUse ofThisProcess() {
        return new MachineUse(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class), List.of());
    }

    MachineUse and(long pid) {
        return new MachineUse(system, ProcessHandle.of(pid).stream().toList());
    }

    long memoryMb() {
        return system.getTotalMemorySize() >> 20;
    }

    /** Of this process and the others together. */
    long processorNanos() {
        return system.getProcessCpuTime()
                + others.stream()
                        .mapToLong(
                                it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                        .sum();
    }
}
