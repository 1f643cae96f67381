package vn.tungnha.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import vn.tungnha.shared.Command;

/** The first argument decides: the name of a {@link Command} runs that one and ends, anything else is the server. */
@Slf4j
@RequiredArgsConstructor
public class CommandLine {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final SpringApplication application;
    private final PrintStream out;

    public CommandLine(SpringApplication application) {
        this(application, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    public static boolean namesACommand(String... args) {
        return args.length > 0 && !args[0].startsWith("-");
    }

    /** Returns the exit code. A start that fails has been reported by Spring Boot when it gets here. */
    public int run(String... args) {
        var name = args[0];
        prepare(name);
        try (var context = application.run(options(args))) {
            return run(context.getBean(name, Command.class), words(args));
        } catch (RuntimeException failure) {
            var unknown = UnknownCommand.in(failure);
            unknown.ifPresent(mistyped -> out.println(mistyped.getMessage()));
            return unknown.isPresent() ? USAGE : FAILED;
        }
    }

    private int run(Command command, List<String> args) {
        try {
            return command.run(args, out);
        } catch (RuntimeException failure) {
            log.error("{} failed", command.name(), failure);
            return FAILED;
        }
    }

    /** All of the application but its door: no port is opened, and only what went wrong is logged. */
    private void prepare(String name) {
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.addInitializers(
                context -> context.addBeanFactoryPostProcessor(beans -> UnknownCommand.refuse(name, beans)));
    }

    private static String[] options(String... args) {
        var options = new ArrayList<>(Arrays.stream(args)
                .filter(argument -> argument.startsWith("--"))
                .toList());
        options.add("--server.port=-1");
        options.add("--logging.level.root=error");
        return options.toArray(String[]::new);
    }

    private static List<String> words(String... args) {
        return Arrays.stream(args)
                .skip(1)
                .filter(argument -> !argument.startsWith("--"))
                .toList();
    }
}
