package vn.tungnha.shell.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import vn.tungnha.shared.TungNhaProperties;

/** A program to be killed: starts the server, says what it found, then writes and acknowledges until it dies. */
class Writer {

    private Writer() {}

    static EmbeddedPostgres open(Path folder) {
        return EmbeddedPostgres.start(folder, new TungNhaProperties.Database(0, Map.of()));
    }

    public static void main(String[] args) throws SQLException {
        var server = open(Path.of(args[0]));
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists written (number bigint generated always as identity)");
            var insert = connection.prepareStatement("insert into written default values returning number");
            while (true) {
                try (var rows = insert.executeQuery()) {
                    rows.next();
                    System.out.println("written " + rows.getLong(1));
                }
            }
        }
    }
}
