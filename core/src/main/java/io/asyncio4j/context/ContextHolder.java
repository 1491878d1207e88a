package io.asyncio4j.context;

/** What has a context, and may make it only when somebody asks. */
public interface ContextHolder {

    /**
     * The context.
     *
     * @return the same one each time
     */
    Context getContext();
}
