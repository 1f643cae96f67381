package vn.tungnha.shared.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as it is taken away.
 *
 * @param id by which it is changed
 * @param cells by column code; numbers and days as such, everything else in words
 */
public record DeskRow(String id, Map<String, @Nullable Object> cells) {}
