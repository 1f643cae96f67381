package vn.tungnha.quality.web;

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
            UnitView ward,
            @Nullable Choice above,
            @Nullable String asked,
            int page,
            CurrentUser user,
            QualityWords words) {
        Found found = quality.in(ward, List.of(ward), user);
        boolean people = guard.covers(user.scope(), Data.PEOPLE, ward.id());
        Map<String, Long> open = found.open().stream()
                .collect(Collectors.groupingBy(it -> it.fault().check(), Collectors.counting()));
        CheckView shown = found.checks().stream()
                .filter(it ->
                        asked == null ? open.containsKey(it.code()) : it.code().equals(asked))
                .findFirst()
                .orElse(null);
        List<Tab> tabs = found.checks().stream()
                .map(it -> tab(it, open.getOrDefault(it.code(), 0L), it.equals(shown), ward, words))
                .toList();
        boolean hidden = shown != null && shown.people() && !people;
        List<Item> items = shown == null || hidden
                ? List.of()
                : found.items().stream()
                        .filter(it -> it.fault().check().equals(shown.code()))
                        .toList();
        List<Line> lines = lines(items.stream().filter(Item::open).toList(), ward, words);
        Paging paging = new Paging(page, ON_A_PAGE);
        int start = (int) Math.min(paging.offset(), lines.size());
        PageOf<Line> part =
                PageOf.of(lines.subList(start, Math.min(start + ON_A_PAGE, lines.size())), paging, lines.size());
        return new QualityPage(
                ward.code(),
                words.say("title.of", ward.fullName()),
                open.isEmpty()
                        ? words.say("clean")
                        : words.say("open", words.vn().number(found.open().size())),
                above,
                tabs,
                tabs.stream().filter(Tab::here).findFirst().orElse(null),
                part.items(),
                lines(items.stream().filter(it -> !it.open()).toList(), ward, words),
                Pages.of(
                        part,
                        "/quality?unit=" + ward.code() + "&check=" + (shown == null ? "" : shown.code()),
                        words.vn()),
                people,
                hidden);
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
        return new Above(
                words.say("title.of", place.fullName()),
                total == 0
                        ? words.say("clean")
                        : words.say("open.above", words.vn().number(total)),
                columns.stream().map(it -> words.name(it.code())).toList(),
                rows,
                words.vn().number(total));
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

    private static Tab tab(CheckView check, long count, boolean here, UnitView ward, QualityWords words) {
        return new Tab(
                check.code(),
                words.name(check.code()),
                words.hint(check),
                words.vn().number(count),
                count > 0,
                here,
                "/quality?unit=" + ward.code() + "&check=" + check.code());
    }

    private static List<Line> lines(List<Item> items, UnitView ward, QualityWords words) {
        return items.stream()
                .map(item -> {
                    var acceptance = item.acceptance();
                    return new Line(
                            words.sentence(item.fault()),
                            item.fault().url().replace("{unit}", ward.code()),
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
