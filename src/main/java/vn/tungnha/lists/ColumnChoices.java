package vn.tungnha.lists;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;

/** Which columns of a list somebody wants to see. */
@Service
@RequiredArgsConstructor
@Transactional
public class ColumnChoices {

    private final JdbcClient jdbc;

    /** Codes of the columns, in the list's order; the fixed ones are always among them. */
    @Transactional(readOnly = true)
    public Set<String> of(DeskList<CurrentUser> list, CurrentUser user) {
        Optional<List<String>> chosen = jdbc.sql(
                        "select columns from list_columns where account_id = :me and list = :list")
                .param("me", user.accountId())
                .param("list", list.code())
                .query((row, n) ->
                        Arrays.asList((String[]) row.getArray("columns").getArray()))
                .optional();
        return list.columns().stream()
                .filter(column -> column.use() == DeskColumn.Use.FIXED
                        || chosen.map(codes -> codes.contains(column.code()))
                                .orElse(column.use() == DeskColumn.Use.SHOWN))
                .map(DeskColumn::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** From now on these, and those that are fixed; codes of no column are left out. */
    public void choose(DeskList<CurrentUser> list, Collection<String> codes, CurrentUser user) {
        String[] chosen = list.columns().stream()
                .map(DeskColumn::code)
                .filter(codes::contains)
                .toArray(String[]::new);
        jdbc.sql("""
                        insert into list_columns (account_id, list, columns) values (:me, :list, :columns)
                        on conflict (account_id, list) do update set columns = excluded.columns""")
                .param("me", user.accountId())
                .param("list", list.code())
                .param("columns", chosen)
                .update();
    }

    /** As everybody sees it. */
    public void forget(DeskList<CurrentUser> list, CurrentUser user) {
        jdbc.sql("delete from list_columns where account_id = :me and list = :list")
                .param("me", user.accountId())
                .param("list", list.code())
                .update();
    }
}
