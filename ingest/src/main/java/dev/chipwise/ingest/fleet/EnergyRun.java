package dev.chipwise.ingest.fleet;

/**
 * What ten minutes or more of continuous inference do to a device: full speed until it throttles,
 * sustainable speed after.
 *
 * @param throttleAfterSeconds infinite when it never throttles
 * @param items inferences done
 */
record EnergyRun(
        double seconds,
        double throttleAfterSeconds,
        double burstWatts,
        double averageWatts,
        double items,
        double sustainedItemsPerSecond,
        double startC,
        double endC) {

    static EnergyRun of(Device device, double watts, double itemsPerSecond, double seconds) {
        var thermal = device.thermal();
        double throttleAfter = thermal.secondsToThrottle(device.idleWatts(), watts);
        double hot = StrictMath.max(0, seconds - throttleAfter);
        double speed = thermal.throttledSpeed(device.idleWatts(), watts);
        double joules = watts * (seconds - hot) + thermal.sustainableWatts() * hot;
        double hotInLastThird = StrictMath.min(hot, seconds / 3) / (seconds / 3);
        return new EnergyRun(
                seconds,
                throttleAfter,
                watts,
                joules / seconds,
                itemsPerSecond * (seconds - hot) + itemsPerSecond * speed * hot,
                itemsPerSecond * (1 - hotInLastThird + speed * hotInLastThird),
                thermal.idleC(device.idleWatts()),
                thermal.temperatureC(device.idleWatts(), watts, seconds));
    }

    double energyMj() {
        return averageWatts * seconds * 1000;
    }

    double energyPerItemMj() {
        return energyMj() / items;
    }

    double throttledSeconds() {
        return StrictMath.max(0, seconds - throttleAfterSeconds);
    }
}
