package vn.tungnha.shell.database;

import java.util.Locale;

/** The operating system and processor this JVM runs on, as the names of the PostgreSQL archives spell them. */
record Platform(String system, String processor) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        var name = osName.toLowerCase(Locale.ROOT);
        var system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
        var processor =
                switch (osArch.toLowerCase(Locale.ROOT)) {
                    case "aarch64", "arm64" -> "arm_64";
                    default -> "x86_64";
                };
        return new Platform(system, processor);
    }

    boolean isLinux() {
        return system.equals("linux");
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    String archive() {
        return "postgres-" + system + "-" + processor + ".txz";
    }
}
