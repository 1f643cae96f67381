package vn.tungnha.shell;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import vn.tungnha.shared.Command;

/** Somebody mistyped the first argument; found while the beans are only definitions, so nothing has been started. */
class UnknownCommand extends RuntimeException {

    private UnknownCommand(String usage) {
        super(usage);
    }

    static void refuse(String name, ConfigurableListableBeanFactory beans) {
        var known = beans.getBeanNamesForType(Command.class, true, false);
        if (Arrays.asList(known).contains(name)) {
            return;
        }
        var commands = Arrays.stream(known).sorted().collect(Collectors.joining(" | "));
        throw new UnknownCommand("""
                Lệnh lạ / unknown command: %1$s
                Cách dùng / usage:
                  java -jar tung-nha.jar [--spring.profiles.active=demo] [--tungnha.data-dir=DIR] [--server.port=N]
                  java -jar tung-nha.jar %2$s [...]""".formatted(name, commands));
    }

    static Optional<UnknownCommand> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(UnknownCommand.class::isInstance)
                .map(UnknownCommand.class::cast)
                .findFirst();
    }

    /** Keeps Spring Boot from printing a stack trace: the usage text is all there is to say. */
    static class Reporter implements SpringBootExceptionReporter {

        @Override
        public boolean reportException(Throwable failure) {
            return in(failure).isPresent();
        }
    }
}
