package vn.tungnha.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.springframework.dao.DataAccessResourceFailureException;

/** Rows for one table, gathered in memory and sent by COPY. */
final class CopyWriter {

    private final String table;
    private final String command;
    private final StringBuilder text = new StringBuilder(1 << 16);
    private long rows;

    CopyWriter(String table, String columns) {
        this.table = table;
        this.command = "copy " + table + " (" + columns + ") from stdin";
    }

    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(values[i]);
        }
        text.append('\n');
        rows++;
    }

    /** Sends what has been gathered. */
    void send(CopyManager copy) {
        batch().run(copy);
    }

    /** Takes out what has been gathered, to be sent by somebody else while gathering goes on. */
    Batch batch() {
        byte[] bytes = text.toString().getBytes(UTF_8);
        text.setLength(0);
        return copy -> {
            try {
                if (bytes.length > 0) {
                    copy.copyIn(command, new ByteArrayInputStream(bytes), 1 << 16);
                }
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("copy into " + table + " failed: " + e.getMessage(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** Rows on their way. */
    interface Batch {

        void run(CopyManager copy);
    }

    String table() {
        return table;
    }

    long rows() {
        return rows;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof byte[] bytes) {
            text.append("\\\\x");
            for (byte each : bytes) {
                text.append(Character.forDigit(each >> 4 & 0xF, 16)).append(Character.forDigit(each & 0xF, 16));
            }
        } else {
            escape(value.toString());
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            switch (each) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(each);
            }
        }
    }
}
