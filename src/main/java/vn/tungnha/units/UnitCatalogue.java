package vn.tungnha.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reference catalogue of units since May 2024, from the files beside its README under reference/units. */
@Slf4j
@Service
@RequiredArgsConstructor
public class UnitCatalogue {

    private static final String FOLDER = "reference/units/";

    private static final List<Table> TABLES = List.of(
            new Table("units", "ref text, level text"),
            new Table(
                    "unit-versions",
                    "unit text, code text, name text, full_name text, kind text, parent text,"
                            + " valid_from date, valid_to date"),
            new Table(
                    "successions",
                    "from_ref text, to_ref text, kind text, effective date, detail text, decree text, basis text"),
            new Table("areas", "code text, name text, kind text, continues text, valid_from date, valid_to date"),
            new Table("area-communes", "area text, commune text, valid_from date, valid_to date, basis text"),
            new Table("tiles", "map text, unit_code text, valid_from date, column_no int, row_no int"),
            new Table("name-variants", "code text, variant text, unit text"));

    private final JdbcTemplate jdbc;
    private final UnitPaths paths;

    /** Imports the files once: does nothing and answers false when there are units already. */
    @Transactional
    public boolean load() {
        if (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from unit)", Boolean.class))) {
            return false;
        }
        long start = System.nanoTime();
        Integer files = jdbc.execute((ConnectionCallback<Integer>) UnitCatalogue::readFiles);
        paths.rebuildAll();
        log.info("Unit catalogue loaded from {} files in {} ms", files, (System.nanoTime() - start) / 1_000_000);
        return true;
    }

    private static Integer readFiles(Connection connection) throws SQLException {
        copyFiles(connection);
        fillTables(connection);
        return TABLES.size();
    }

    private static void copyFiles(Connection connection) throws SQLException {
        for (Table table : TABLES) {
            try (var statement = connection.createStatement();
                    InputStream file = new ClassPathResource(FOLDER + table.file + ".csv").getInputStream()) {
                statement.execute("create temp table " + table.name() + " (" + table.columns + ") on commit drop");
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.name() + " from stdin (format csv, header, encoding 'UTF8')", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void fillTables(Connection connection) {
        ScriptUtils.executeSqlScript(
                connection, new EncodedResource(new ClassPathResource(FOLDER + "load.sql"), StandardCharsets.UTF_8));
    }

    /** A file and the columns of the temporary table that takes it, in the order of the file. */
    private record Table(String file, String columns) {

        String name() {
            return "catalogue_" + file.replace('-', '_');
        }
    }
}
