package io.asyncio4j.testkit;

import io.asyncio4j.lowlevel.Poller;
import io.asyncio4j.lowlevel.StepOrder;

/** Another poller, with an order of steps, which remembers what work is out on other threads. */
record OrderedPoller(Poller poller, StepOrder stepOrder, OpenWork openWork) implements Poller {

    @Override
    public long time() {
        return poller.time();
    }

    @Override
    public void pollNow() {
        poller.pollNow();
    }

    @Override
    public void pollUntil(long deadline) {
        poller.pollUntil(deadline);
    }

    @Override
    public void pollForever() {
        poller.pollForever();
    }

    @Override
    public void wakeup() {
        poller.wakeup();
    }

    @Override
    public void workBegan(Object work) {
        openWork.began(work);
        poller.workBegan(work);
    }

    @Override
    public void workEnded(Object work) {
        openWork.ended(work);
        poller.workEnded(work);
    }

    @Override
    public void close() {
        poller.close();
    }
}
