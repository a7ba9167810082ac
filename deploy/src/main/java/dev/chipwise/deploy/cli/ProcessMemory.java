package dev.chipwise.deploy.cli;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another Java process of this user takes of memory; it needs a JDK to be asked. */
final class ProcessMemory implements AutoCloseable {

    private static final String RESIDENT = "VmRSS:";
    private static final int UNIT = 1024;

    private final long pid;
    private final JMXConnector connector;
    private final MemoryMXBean memory;

    private ProcessMemory(long pid, JMXConnector connector) throws IOException {
        this.pid = pid;
        this.connector = connector;
        this.memory =
                ManagementFactory.getPlatformMXBean(
                        connector.getMBeanServerConnection(), MemoryMXBean.class);
    }

    static ProcessMemory of(long pid) {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            try {
                var address = new JMXServiceURL(machine.startLocalManagementAgent());
                return new ProcessMemory(pid, JMXConnectorFactory.connect(address));
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("process " + pid + " cannot be looked into", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into process " + pid, e);
        }
    }

    /** Bytes on its heap that are left when all that nobody needs is collected. */
    long heapAfterCollection() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** Bytes of it in the machine's memory; empty where the system does not say so in a file. */
    OptionalLong resident() {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> UNIT * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + status, e);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException gone) {
            throw new UncheckedIOException("process " + pid + " is gone", gone);
        }
    }
}
