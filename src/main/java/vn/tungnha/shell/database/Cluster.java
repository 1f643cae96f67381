package vn.tungnha.shell.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/** The database files: made once, configured anew at every start. */
record Cluster(Path folder, Secret password, Tools tools) {

    private static final String SETTINGS = "tung-nha.conf";
    private static final String SUPERUSER = "postgres";

    /** Never overridden: an acknowledged visit must survive a crash. */
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    String superuser() {
        return SUPERUSER;
    }

    void prepare() {
        if (!Files.isDirectory(folder)) {
            create();
        }
        refuseAnotherMajorVersion();
    }

    void configure(int port, Map<String, String> extra, boolean durable) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("max_connections", "40");
        settings.put("shared_buffers", "128MB");
        // no spinning disk any more, and many short questions: reading by index is cheap, compiling a plan is not
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "Asia/Ho_Chi_Minh");
        settings.put("log_timezone", "Asia/Ho_Chi_Minh");
        settings.put("logging_collector", "on");
        settings.put("log_directory", tools.logs().toString());
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_age", "1d");
        settings.putAll(extra);
        settings.putAll(durable ? DURABLE : DURABLE.keySet().stream().collect(Collectors.toMap(k -> k, k -> "off")));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("port", Integer.toString(port));
        write(
                SETTINGS,
                settings.entrySet().stream()
                        .map(setting -> setting.getKey() + " = '" + quoted(setting.getValue()) + "'")
                        .collect(Collectors.joining(
                                "\n", "# written anew at every start; see tungnha.database.settings\n", "\n")));
    }

    /** Made beside its final place and renamed, so that a crash never leaves half a cluster behind. */
    private void create() {
        var fresh = folder.resolveSibling(folder.getFileName() + ".new");
        try {
            FileSystemUtils.deleteRecursively(fresh);
            tools.mustRun(
                    "initdb",
                    List.of(
                            "--pgdata=" + fresh,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password.file(),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions"));
            Files.writeString(
                    fresh.resolve("postgresql.conf"), "\ninclude = '" + SETTINGS + "'\n", StandardOpenOption.APPEND);
            Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new DatabaseFailed("Không tạo được / cannot create " + folder, failure);
        }
    }

    private void refuseAnotherMajorVersion() {
        try {
            var cluster = Files.readString(folder.resolve("PG_VERSION")).strip();
            var programs = tools.binaries().home().getFileName().toString();
            if (!programs.startsWith("bin-" + cluster + ".") && !programs.endsWith("unknown")) {
                throw new DatabaseFailed("""
                        Dữ liệu do PostgreSQL %1$s tạo, chương trình là %2$s: hãy sao lưu bằng bản cũ, khôi phục vào bản mới.
                        The data were made by PostgreSQL %1$s, the programs are %2$s: back up with the old package and \
                        restore with the new one.""".formatted(cluster, programs));
            }
        } catch (IOException failure) {
            throw new DatabaseFailed("Không đọc được / cannot read " + folder, failure);
        }
    }

    private void write(String name, String content) {
        try {
            var file = folder.resolve(name);
            Files.writeString(file, content);
            tools.account().own(file);
        } catch (IOException failure) {
            throw new DatabaseFailed("Không ghi được / cannot write " + name, failure);
        }
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("'", "''");
    }
}
