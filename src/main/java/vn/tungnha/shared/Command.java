package vn.tungnha.shared;

import java.io.PrintStream;
import java.util.List;

/**
 * A one-shot command of the jar, such as {@code reconcile}: runs without a web server, prints and ends.
 *
 * <p>Its bean carries the same name ({@code @Component("reconcile")}), so that a mistyped one is told from the rest
 * before any database is started.
 */
public interface Command {

    /** What stands first on the command line. */
    String name();

    /** Returns the exit code: 0 = all is well. {@code args} are what follows the name, options (--x=y) left out. */
    int run(List<String> args, PrintStream out);
}
