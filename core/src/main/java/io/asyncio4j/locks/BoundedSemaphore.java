package io.asyncio4j.locks;

/**
 * A {@link Semaphore} that refuses a {@link #release} for which there was no acquire. Follows asyncio's
 * {@code BoundedSemaphore}.
 */
public final class BoundedSemaphore extends Semaphore {
    private final int bound;

    /** A semaphore with one permit, and never more. */
    public BoundedSemaphore() {
        this(1);
    }

    /**
     * A semaphore with the given number of permits, and never more.
     *
     * @param value the number at the beginning
     * @throws IllegalArgumentException if it is negative
     */
    public BoundedSemaphore(int value) {
        super(value);
        this.bound = value;
    }

    /**
     * Gives a permit back, to the first in line if somebody waits. Never waits.
     *
     * @throws IllegalArgumentException if all permits are there already (asyncio's {@code ValueError})
     */
    @Override
    public void release() {
        if (value() >= bound) {
            throw new IllegalArgumentException(this + " is released too often: all " + bound
                    + " permits are there; release once for each acquire");
        }
        super.release();
    }
}
