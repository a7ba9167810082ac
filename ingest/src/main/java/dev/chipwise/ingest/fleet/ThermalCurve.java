package dev.chipwise.ingest.fleet;

/**
 * A device as one thermal resistance and one capacitance: heated by constant power, its temperature
 * nears an asymptote exponentially, and at the throttle temperature power is cut to what can be
 * carried away.
 */
record ThermalCurve(double ambientC, double resistance, double capacitance, double throttleC) {

    double idleC(double idleWatts) {
        return ambientC + idleWatts * resistance;
    }

    /** Seconds until the device throttles, infinite when it never does. */
    double secondsToThrottle(double idleWatts, double watts) {
        double end = ambientC + watts * resistance;
        if (end <= throttleC) {
            return Double.POSITIVE_INFINITY;
        }
        double start = idleC(idleWatts);
        return resistance * capacitance * StrictMath.log((end - start) / (end - throttleC));
    }

    /**
     * The temperature after some seconds at a power that was not cut before the throttle
     * temperature.
     */
    double temperatureC(double idleWatts, double watts, double seconds) {
        double end = ambientC + watts * resistance;
        double free =
                end
                        - (end - idleC(idleWatts))
                                * StrictMath.exp(-seconds / (resistance * capacitance));
        return StrictMath.min(free, throttleC);
    }

    /** The power that can be carried away for ever. */
    double sustainableWatts() {
        return (throttleC - ambientC) / resistance;
    }

    /**
     * The share of full speed that is left when throttled: power above idle falls with the square
     * of the clock.
     */
    double throttledSpeed(double idleWatts, double watts) {
        double left = (sustainableWatts() - idleWatts) / (watts - idleWatts);
        return StrictMath.sqrt(StrictMath.min(1, left));
    }
}
