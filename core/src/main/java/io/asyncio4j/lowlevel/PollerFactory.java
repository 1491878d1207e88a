package io.asyncio4j.lowlevel;

import java.util.function.Supplier;

/**
 * Which poller a new loop gets that was not given one: the one of the calling scope, else one on the machine's clock.
 *
 * <p>{@snippet :
 * // everything that runs a loop in here does so on virtual time
 * ScopedValue.where(PollerFactory.CURRENT, VirtualClock::new).run(program);
 * }
 */
public final class PollerFactory {
    /** The factory of the calling scope; unbound outside of any. */
    public static final ScopedValue<Supplier<Poller>> CURRENT = ScopedValue.newInstance();

    private PollerFactory() {}

    /**
     * A poller from the factory of the calling scope, else one on the machine's clock.
     *
     * @return a new poller
     */
    public static Poller create() {
        return CURRENT.isBound() ? CURRENT.get().get() : new ParkingPoller();
    }
}
