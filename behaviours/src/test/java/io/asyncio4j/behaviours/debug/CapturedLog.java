package io.asyncio4j.behaviours.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library logs while this is open; nothing of it reaches the console. */
public final class CapturedLog extends Handler implements AutoCloseable {
    // held, because java.util.logging holds its loggers weakly
    private final Logger logger = Logger.getLogger("io.asyncio4j");
    private final List<LogRecord> records = new ArrayList<>();

    private CapturedLog() {}

    /**
     * Begins to listen.
     *
     * @return what is to be closed
     */
    public static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        log.logger.addHandler(log);
        log.logger.setUseParentHandlers(false);
        return log;
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }

    /**
     * All that was logged at a level.
     *
     * @param level the level
     * @return the messages, in their order
     */
    public List<String> messages(Level level) {
        return records.stream()
                .filter(entry -> entry.getLevel().equals(level))
                .map(LogRecord::getMessage)
                .toList();
    }
}
