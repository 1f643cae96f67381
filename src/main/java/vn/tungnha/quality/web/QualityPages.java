package vn.tungnha.quality.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.quality.Found;
import vn.tungnha.quality.Found.CheckView;
import vn.tungnha.quality.Found.Item;
import vn.tungnha.quality.Quality;
import vn.tungnha.quality.web.QualityPage.Above;
import vn.tungnha.quality.web.QualityPage.Line;
import vn.tungnha.quality.web.QualityPage.Row;
import vn.tungnha.quality.web.QualityPage.Tab;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Puts together what the page shows of a ward, or of the wards of a place. */
@Component
@RequiredArgsConstructor
class QualityPages {

    private static final int ON_A_PAGE = 20;

    private final Quality quality;
    private final ScopeGuard guard;

    /** @param asked code of a check; null = the first that found something */
    QualityPage ward(
            UnitView place,
            @Nullable Choice above,
            @Nullable String asked,
            int page,
            CurrentUser user,
            QualityWords words) {
        boolean ward = place.level() == UnitLevel.COMMUNE;
        Found found = ward ? quality.in(place, List.of(place), user) : quality.reportedBy(place, user);
        boolean people = ward && guard.covers(user.scope(), Data.PEOPLE, place.id());
        return page(
                found,
                new Shown(
                        place.code(),
                        words.say(ward ? "title.of" : "title.own", place.fullName()),
                        "/quality?unit=" + place.code() + (ward ? "" : "&own=true"),
                        above,
                        ward ? people : user.has(Role.ADMIN, Role.PROVINCE_OFFICER),
                        !ward || people),
                asked,
                page,
                words);
    }

    /** Head and rows of a file. */
    List<List<String>> table(UnitView place, CurrentUser user, QualityWords words) {
        List<List<String>> rows = new ArrayList<>();
        if (place.level() == UnitLevel.COMMUNE) {
            boolean people = guard.covers(user.scope(), Data.PEOPLE, place.id());
            Found found = quality.in(place, List.of(place), user);
            rows.add(List.of(words.say("check"), words.say("fault")));
            found.checks().stream().filter(it -> people || !it.people()).forEach(check -> found.open().stream()
                    .filter(it -> it.fault().check().equals(check.code()))
                    .forEach(it -> rows.add(List.of(words.name(check.code()), words.sentence(it.fault())))));
            return rows;
        }
        Above above = above(place, user, words);
        List<String> head = new ArrayList<>(List.of(words.say("ward"), words.say("total")));
        head.addAll(above.columns());
        rows.add(head);
        above.rows().forEach(it -> {
            List<String> row = new ArrayList<>(List.of(it.name(), it.total()));
            row.addAll(it.cells());
            rows.add(row);
        });
        return rows;
    }

    /** What a leader of teams finds of the own ones; whether it may stand as it is, is the ward's to say. */
    QualityPage teams(String address, @Nullable String asked, int page, CurrentUser user, QualityWords words) {
        return page(
                quality.ofTeams(user),
                new Shown("", words.say("title.teams"), address + "?team=own", null, false, true),
                asked,
                page,
                words);
    }

    /**
     * Where the page stands.
     *
     * @param address with at least one parameter
     * @param accepts whether the reader may say that a fault is none
     * @param names whether the reader may read names of people
     */
    private record Shown(
            String unit,
            String title,
            String address,
            @Nullable Choice above,
            boolean accepts,
            boolean names) {

        String of(String check) {
            return address + "&check=" + check;
        }
    }

    private static QualityPage page(Found found, Shown at, @Nullable String asked, int page, QualityWords words) {
        Map<String, Long> open = found.open().stream()
                .collect(Collectors.groupingBy(it -> it.fault().check(), Collectors.counting()));
        CheckView shown = found.checks().stream()
                .filter(it ->
                        asked == null ? open.containsKey(it.code()) : it.code().equals(asked))
                .findFirst()
                .orElse(null);
        List<Tab> tabs = found.checks().stream()
                .map(it -> tab(it, open.getOrDefault(it.code(), 0L), it.equals(shown), at.of(it.code()), words))
                .toList();
        boolean hidden = shown != null && shown.people() && !at.names();
        List<Item> items = shown == null || hidden
                ? List.of()
                : found.items().stream()
                        .filter(it -> it.fault().check().equals(shown.code()))
                        .toList();
        List<Line> lines = lines(items.stream().filter(Item::open).toList(), at.unit(), words);
        Paging paging = new Paging(page, ON_A_PAGE);
        int start = (int) Math.min(paging.offset(), lines.size());
        PageOf<Line> part =
                PageOf.of(lines.subList(start, Math.min(start + ON_A_PAGE, lines.size())), paging, lines.size());
        return new QualityPage(
                at.unit(),
                at.title(),
                open.isEmpty()
                        ? words.say("clean")
                        : words.say("open", words.vn().number(found.open().size())),
                at.above(),
                tabs,
                tabs.stream().filter(Tab::here).findFirst().orElse(null),
                part.items(),
                lines(items.stream().filter(it -> !it.open()).toList(), at.unit(), words),
                Pages.of(part, at.of(shown == null ? "" : shown.code()), words.vn()),
                at.accepts(),
                hidden,
                shown != null && shown.people(),
                !at.unit().isEmpty() && !at.address().endsWith("&own=true"));
    }

    Above above(UnitView place, CurrentUser user, QualityWords words) {
        List<UnitView> communes = quality.communes(place);
        Found found = quality.in(place, communes, user);
        Map<Long, Map<String, Long>> open = found.open().stream()
                .collect(Collectors.groupingBy(
                        it -> it.fault().communeId(),
                        Collectors.groupingBy(it -> it.fault().check(), Collectors.counting())));
        List<CheckView> columns = found.checks().stream()
                .filter(check -> open.values().stream().anyMatch(it -> it.containsKey(check.code())))
                .toList();
        List<Row> rows = communes.stream()
                .filter(it -> open.containsKey(it.id()))
                .map(it -> row(it, open.getOrDefault(it.id(), Map.of()), columns, words))
                .sorted(Comparator.comparingInt(Row::open).reversed().thenComparing(Row::name))
                .toList();
        int total = found.open().size();
        int own = quality.reportedBy(place, user).open().size();
        return new Above(
                place.code(),
                words.say("title.of", place.fullName()),
                total == 0
                        ? words.say("clean")
                        : words.say("open.above", words.vn().number(total)),
                columns.stream().map(it -> words.name(it.code())).toList(),
                rows,
                words.vn().number(total),
                own == 0 ? null : words.say("own", words.vn().number(own), place.fullName()),
                "/quality?unit=" + place.code() + "&own=true");
    }

    private static Row row(UnitView ward, Map<String, Long> open, Collection<CheckView> columns, QualityWords words) {
        int sum = open.values().stream().mapToInt(Long::intValue).sum();
        return new Row(
                ward.fullName(),
                "/quality?unit=" + ward.code(),
                words.vn().number(sum),
                columns.stream()
                        .map(it -> open.containsKey(it.code()) ? words.vn().number(open.get(it.code())) : "")
                        .toList(),
                sum);
    }

    private static Tab tab(CheckView check, long count, boolean here, String url, QualityWords words) {
        return new Tab(
                check.code(),
                words.name(check.code()),
                words.hint(check),
                words.vn().number(count),
                count > 0,
                here,
                url);
    }

    private static List<Line> lines(List<Item> items, String unit, QualityWords words) {
        return items.stream()
                .map(item -> {
                    var acceptance = item.acceptance();
                    return new Line(
                            words.sentence(item.fault()),
                            item.fault().url().replace("{unit}", unit),
                            item.fault().subject(),
                            item.fault().mark(),
                            acceptance == null ? null : (Long) acceptance.id(),
                            acceptance == null
                                    ? null
                                    : words.say(
                                            "accepted.by",
                                            acceptance.by() == null ? "" : acceptance.by(),
                                            words.vn().moment(acceptance.at()),
                                            acceptance.reason()));
                })
                .toList();
    }
}
