package io.asyncio4j.examples;

import static io.asyncio4j.examples.Example.inRealTime;
import static io.asyncio4j.examples.Example.onVirtualTime;

import java.util.List;
import java.util.Optional;

/** All examples, in the order in which one would read them. */
final class Examples {
    static final List<Example> ALL = List.of(
            onVirtualTime("readme", "the program of the README", () -> new Readme().main()),
            onVirtualTime("hello_world", "two words, a second apart", HelloWorld::main),
            onVirtualTime("say_after", "two calls wait one after the other", SayAfter::main),
            onVirtualTime("say_after_tasks", "two tasks wait at the same time", SayAfterTasks::main),
            onVirtualTime("say_after_group", "the same with a task group", SayAfterGroup::main),
            onVirtualTime("nested_await", "a coroutine runs when it is awaited", NestedAwait::main),
            onVirtualTime("nested_tasks", "a task runs by itself", NestedTasks::main),
            onVirtualTime("future_await", "a future that a callback sets", FutureAwait::main),
            onVirtualTime("background_tasks", "tasks kept in a set until they end", BackgroundTasks::main),
            onVirtualTime("task_group_results", "results of a group's tasks", TaskGroupResults::main),
            onVirtualTime("task_group_completes", "a group waits for all, later ones too", TaskGroupCompletes::main),
            onVirtualTime("display_date", "the date, every second", DisplayDate::main),
            onVirtualTime("gather_factorial", "three computations take turns", GatherFactorial::main),
            onVirtualTime("shield_result", "a task outlives its cancelled waiter", ShieldResult::main),
            onVirtualTime("timeout_caught", "a block with a time limit", TimeoutCaught::main),
            onVirtualTime("timeout_reschedule", "a time limit set in the block", TimeoutReschedule::main),
            onVirtualTime("timeout_at", "a block with a deadline", TimeoutAt::main),
            onVirtualTime("request_with_timeout", "what follows a timeout is not touched", RequestWithTimeout::main),
            onVirtualTime("eternity", "waiting, but not for ever", Eternity::main),
            onVirtualTime("wait_usage", "waiting for the first, some time, for all", WaitUsage::main),
            inRealTime("as_completed", "two connections, whichever is first", AsCompletedUsage::main),
            inRealTime("as_completed_coroutines", "the same by coroutines", AsCompletedCoroutines::main),
            inRealTime("blocking_io", "a function that blocks, in a thread", BlockingIo::main),
            inRealTime("run_coroutine_threadsafe", "coroutines for another thread", RunCoroutineThreadsafe::main),
            inRealTime("loop_as_executor", "a loop for code that knows executors only", LoopAsExecutor::main),
            onVirtualTime("published_numbers", "both sides of a reactive stream", PublishedNumbers::main),
            inRealTime(
                    "concurrent_fetches", "pages by HTTP, with a limit, a timeout and a race", ConcurrentFetches::main),
            inRealTime("database_query", "a statement cancelled in its database", DatabaseQuery::main),
            inRealTime("child_process", "a child that is killed when nobody waits any more", ChildProcess::main),
            inRealTime("distributed_work", "work on the members of a Hazelcast cluster", DistributedWork::main),
            onVirtualTime("cancel_me", "a task that is cancelled, and cleans up", CancelMe::main),
            onVirtualTime("cancel_task", "cancel, await, catch", CancelTask::main),
            onVirtualTime("cancel_by_timeout", "cancelled for taking too long", CancelByTimeout::main),
            onVirtualTime("cancel_group", "several tasks of a group cancelled", CancelGroup::main),
            onVirtualTime("cancel_cleanup", "a cleanup that waits", CancelCleanup::main),
            onVirtualTime("cancel_loop", "a loop cancelled in the middle", CancelLoop::main),
            onVirtualTime("cancel_shield", "a shield cancelled, the task not", CancelShield::main),
            onVirtualTime("cancel_resource", "a resource closed by the cancellation", CancelResource::main),
            onVirtualTime("cancel_handled", "a cancellation handled, with a result", CancelHandled::main),
            onVirtualTime("cancel_several", "two tasks cancelled among coroutines", CancelSeveral::main),
            onVirtualTime("shielded_cleanup", "a cleanup that a second cancel leaves alone", ShieldedCleanup::main),
            onVirtualTime("swallowed_cancellation", "a swallowed cancellation is found", SwallowedCancellation::main),
            onVirtualTime("cancel_custom_timeout", "a timeout made by hand", CancelCustomTimeout::main),
            inRealTime("cancel_hook", "a blocking call ended by its own means", CancelHook::main),
            onVirtualTime("token_basics", "a token that cancels two tasks", TokenBasics::main),
            onVirtualTime("token_linked", "requests with deadlines, and a user who leaves", TokenLinked::main),
            inRealTime("token_blocking", "a function in a thread that asks its token", TokenBlocking::main),
            new Example(
                    "token_trap",
                    List.of("trap", "remedy"),
                    "a task that never begins, and who waits for it",
                    Example.Time.VIRTUAL,
                    TokenTrap::main),
            onVirtualTime("group_left", "a group left on purpose", GroupLeft::main),
            onVirtualTime("supervised_workers", "a group that a failure does not end", SupervisedWorkers::main),
            onVirtualTime("race_mirrors", "the first answer wins, the rest is cancelled", RaceMirrors::main),
            onVirtualTime("cancel_with_grace", "asked to end, and waited for so long", CancelWithGrace::main),
            onVirtualTime("move_on", "a time limit without an exception", MoveOn::main),
            onVirtualTime("limited_fetch", "many items, two at a time", LimitedFetch::main),
            new Example(
                    "who_was_cancelled",
                    List.of("parent", "child"),
                    "was I cancelled, or the task I await?",
                    Example.Time.VIRTUAL,
                    WhoWasCancelled::main));

    private Examples() {}

    static Optional<Example> find(String name) {
        return ALL.stream().filter(example -> example.name().equals(name)).findFirst();
    }
}
