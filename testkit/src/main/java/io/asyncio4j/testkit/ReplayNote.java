package io.asyncio4j.testkit;

/** In which of many runs a test failed, and how to do just that run again: a note on the exception. Was not thrown. */
final class ReplayNote extends Throwable {

    private static final long serialVersionUID = 1L;

    private ReplayNote(String message) {
        super(message, null, false, false);
    }

    /** Adds the note, and the place of the cancellation if there was one; also prints it. */
    static void add(Throwable failure, String text, Schedule schedule) {
        String note = text + "; last steps: " + schedule.lastSteps();
        failure.addSuppressed(new ReplayNote(note));
        WaitingTask place = schedule.placeOfCancellation();
        if (place != null) {
            failure.addSuppressed(place);
        }
        System.err.println("asyncio4j: " + failure.getClass().getName() + " in " + note);
    }
}
