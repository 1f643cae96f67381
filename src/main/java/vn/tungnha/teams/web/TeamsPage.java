package vn.tungnha.teams.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Stat;

/** The list of teams, ready to be shown. */
record TeamsPage(
        String summary,
        List<Stat> stats,
        String q,
        String responsible,
        String activity,
        String sort,
        @Nullable String unit,
        List<Choice> responsibles,
        List<Choice> activities,
        List<Column> columns,
        List<Row> rows,
        List<Choice> legend,
        Pages pages,
        boolean mayCreate,
        boolean mayOpenAccounts,
        boolean mayWatch,
        boolean mayAssign,
        boolean manyWards) {

    /** A head that sorts; {@code sorted} is a value of aria-sort or null. */
    record Column(
            String code,
            String text,
            @Nullable String url,
            @Nullable String sorted,
            boolean number) {}

    record Row(
            String id,
            String elementId,
            String url,
            String editUrl,
            String name,
            String commune,
            @Nullable String villages,
            String leader,
            String members,
            List<Chip> organisations,
            String responsible,
            @Nullable String groupUrl,
            String lastLog,
            String level,
            String pace,
            String kind,
            String decision,
            String established) {}

    /** ĐTN 2: an organisation and how many it sent, null for one. */
    record Chip(String text, @Nullable String count, String name) {}
}
