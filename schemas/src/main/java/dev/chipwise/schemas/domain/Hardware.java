package dev.chipwise.schemas.domain;

import java.util.Objects;

/**
 * What the model ran on.
 *
 * @param id canonical lower-case {@code type/vendor/device[/variant]} made by {@link HardwareId}:
 *     the identity
 * @param type a hardware type of the catalogue
 * @param device the device's name as its publisher writes it, or null
 * @param memoryMb memory that a model may use, in MB, or null
 */
public record Hardware(
        String id,
        String type,
        String vendor,
        String device,
        String soc,
        String os,
        String osVersion,
        String driver,
        Double memoryMb) {

    public Hardware(String id, String type, String vendor, String device) {
        this(id, type, vendor, device, null, null, null, null, null);
    }

    /** The same hardware with this much memory, in MB; null when it is not known. */
    public Hardware withMemoryMb(Double mb) {
        return Objects.equals(memoryMb, mb)
                ? this
                : new Hardware(id, type, vendor, device, soc, os, osVersion, driver, mb);
    }
}
