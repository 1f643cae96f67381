package vn.tungnha.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.shared.Command;

class CommandLineTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void takesOnlyAFirstArgumentThatIsNoOption() {
        assertThat(CommandLine.namesACommand()).isFalse();
        assertThat(CommandLine.namesACommand("--server.port=8081", "reconcile")).isFalse();
        assertThat(CommandLine.namesACommand("reconcile")).isTrue();
    }

    @Test
    void runsTheNamedCommandAndAnswersItsExitCode() {
        assertThat(run("count", "--spring.profiles.active=x", "a", "b")).isEqualTo(2 + 40);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("đếm [a, b]");
    }

    @Test
    void answersOneWhenTheCommandBreaks() {
        assertThat(run("break")).isEqualTo(1);
    }

    @Test
    void printsTheUsageForAnUnknownCommandBeforeAnythingStarts() {
        Commands.started = false;

        assertThat(run("cuont")).isEqualTo(2);

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("cuont", "break | count");
        assertThat(Commands.started).isFalse();
    }

    private int run(String... args) {
        var application = new SpringApplication(Commands.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return new CommandLine(application, new PrintStream(printed, true, StandardCharsets.UTF_8)).run(args);
    }

    @Configuration(proxyBeanMethods = false)
    static class Commands {

        private static boolean started;

        @Bean
        Command count() {
            started = true;
            return new Counting();
        }

        @Bean("break")
        Command breaking() {
            return new Breaking();
        }
    }

    private static class Counting implements Command {

        @Override
        public String name() {
            return "count";
        }

        @Override
        public int run(List<String> args, PrintStream out) {
            out.println("đếm " + args);
            return args.size() + 40;
        }
    }

    private static class Breaking implements Command {

        @Override
        public String name() {
            return "break";
        }

        @Override
        public int run(List<String> args, PrintStream out) {
            throw new IllegalStateException("on purpose");
        }
    }
}
