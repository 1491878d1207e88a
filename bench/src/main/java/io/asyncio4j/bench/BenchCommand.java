package io.asyncio4j.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.asyncio4j.bench.report.Chart;
import io.asyncio4j.bench.report.ReportFile;
import io.asyncio4j.bench.workloads.Workload;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command that measures, all contestants in alternation, and prints a table. */
public final class BenchCommand {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private BenchCommand() {}

    /**
     * Measures. The exit status is 0 when all was measured, whatever the figures; 1 if a program failed, 2 if the
     * arguments make no sense.
     *
     * @param arguments as {@code --help} tells
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        // charts need no screen
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.exit(run(arguments, out, err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws InterruptedException {
        Options options = new Options();
        CommandLine command = commandLine(options);
        try {
            command.parseArgs(arguments);
            if (options.help()) {
                command.usage(out);
                return DONE;
            }
            options.check();
        } catch (ParameterException wrong) {
            err.println("bench: " + wrong.getMessage());
            err.println("See ./asyncio4j bench --help");
            return BAD_USAGE;
        }
        try {
            return run(options, out) ? DONE : FAILED;
        } catch (NoSuchFileException missing) {
            err.println("bench: there is no file " + missing.getMessage());
            return FAILED;
        } catch (IOException failure) {
            err.println("bench: " + failure.getMessage());
            return FAILED;
        }
    }

    /** A command line that fills the options. */
    static CommandLine commandLine(Options options) {
        CommandLine command = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        String[] workloads = Arrays.stream(Workload.values())
                .map(workload ->
                        String.format("  %-16s %-6s %s", workload.label(), workload.number(), workload.title()))
                .toArray(String[]::new);
        command.getCommandSpec()
                .usageMessage()
                .footer(Stream.concat(Stream.of("", "Workloads:"), Arrays.stream(workloads))
                        .toArray(String[]::new));
        return command;
    }

    private static boolean run(Options options, PrintStream out) throws IOException, InterruptedException {
        Path chart = options.chart();
        Path svg = options.svg();
        if (chart != null && svg != null) {
            Chart.write(svg, ReportFile.read(chart));
            return true;
        }
        return new Measurement(options, out).run();
    }
}
