package vn.tungnha.indicators.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.web.TargetsView.Column;
import vn.tungnha.shared.Segment;
import vn.tungnha.units.UnitLevel;

/** What a page of targets can be turned to: another way to reckon, other parts, another order. */
final class TargetHeads {

    private TargetHeads() {}

    static List<Segment> variants(TargetBoard.Read read, StandingWords words) {
        if (read.definition().variants().size() == 1) {
            return List.of();
        }
        return read.definition().variants().stream()
                .map(it -> new Segment(
                        words.figures().english() ? it.nameEn() : it.nameVi(),
                        read.address()
                                .with(Map.of("variant", it.standard() ? "" : it.code()))
                                .url(TargetPages.PATH),
                        it.code().equals(read.variant().code())))
                .toList();
    }

    static List<Segment> parts(TargetBoard.Read read, StandingWords words) {
        if (read.unit() == null || read.unit().level() != UnitLevel.COMMUNE) {
            return List.of();
        }
        List<Segment> parts = new ArrayList<>();
        for (String each : List.of("team", "village")) {
            parts.add(new Segment(
                    words.say("by." + each),
                    read.address()
                            .with(Map.of("by", each.equals("team") ? "" : each))
                            .url(TargetPages.PATH),
                    each.equals("team") == read.ofTeams()));
        }
        return parts;
    }

    static List<Column> columns(TargetsAddress address, TargetBoard.Read read, StandingWords words) {
        String sort = Objects.requireNonNullElse(address.get("sort"), "");
        List<Column> columns = new ArrayList<>();
        columns.add(column("place", "", sort, false, address, words));
        columns.add(column("target", "target", sort, true, address, words));
        columns.add(column("amount", "amount", sort, true, address, words));
        if (read.own() != null && read.own().kind() == Kind.RATE) {
            columns.add(new Column(words.say("column.parts"), null, null, true));
        }
        columns.add(column("reached", "reached", sort, true, address, words));
        columns.add(new Column(words.say("column.expected"), null, null, true));
        columns.add(new Column(words.say("column.forecast"), null, null, true));
        columns.add(column("state", "gap", sort, false, address, words));
        return columns;
    }

    private static Column column(
            String name, String key, String sort, boolean number, TargetsAddress address, StandingWords words) {
        boolean here = key.equals(sort);
        return new Column(
                words.say("column." + name),
                address.with(Map.of("sort", key)).url(TargetPages.PATH),
                here ? number ? "descending" : "ascending" : null,
                number);
    }
}
