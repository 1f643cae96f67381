package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.CarriedTarget;
import vn.tungnha.indicators.ConcernWords;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.TargetPlace;
import vn.tungnha.indicators.Targets;
import vn.tungnha.indicators.web.TargetsView.Line;
import vn.tungnha.indicators.web.TargetsView.Proposal;
import vn.tungnha.indicators.web.TargetsView.Worry;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitRef;

/** Puts the page of targets into words. */
@Component
@RequiredArgsConstructor
class TargetPages {

    static final String PATH = "/targets";

    private static final int ROWS = 50;
    private static final int WORRIES = 5;

    private final Definitions definitions;
    private final Targets targets;
    private final CascadePages cascades;
    private final TargetSwitches switches;
    private final ConcernWords concerns;
    private final MessageSource messages;

    TargetsView page(TargetBoard.Read read, int p, CurrentUser user, Locale locale) {
        StandingWords words = StandingWords.of(messages, locale);
        TargetsAddress address = read.address();
        PageOf<Standing> shown = page(read.all(), new Paging(p, ROWS));
        List<Standing> worrying = read.parts().stream()
                .filter(it -> !it.concerns().isEmpty())
                .sorted(Standing.BY_CONCERN)
                .toList();
        Standing own = read.own();
        boolean givesBelow =
                !read.parts().isEmpty() && targets.mayGive(read.parts().get(0).place(), user);
        boolean givesOwn = own != null && targets.mayGive(own.place(), user);
        String table = address.with(Map.of()).url(PATH + "/table");
        return new TargetsView(
                read.unit() == null ? words.say("no-unit") : read.unit().fullName(),
                words.figures().periodTitle(read.period()),
                switches.of(read, user, words),
                read.definition().code(),
                definitions.list(read.period().last()).stream()
                        .map(it -> new Choice(it.code(), brief(it, words)))
                        .toList(),
                TargetHeads.variants(read, words),
                TargetHeads.parts(read, words),
                address.kept("indicator", "variant"),
                read.variant().code(),
                words.figures().english()
                        ? read.definition().nameEn()
                        : read.definition().nameVi(),
                own != null && own.kind() == Kind.RATE,
                own == null ? null : line(own, read, givesOwn, words),
                own == null ? null : split(own, read.parts(), words),
                pace(own, words),
                worrying.stream()
                        .limit(WORRIES)
                        .map(it -> worry(it, read, words))
                        .toList(),
                others(address, worrying.size(), words),
                Objects.requireNonNullElse(address.get("q"), ""),
                address.kept("q"),
                TargetHeads.columns(address, read, words),
                shown.items().stream()
                        .map(it -> line(it, read, givesBelow, words))
                        .toList(),
                Pages.of(shown, address.url(PATH), words.vn()),
                own == null ? null : cascades.last(read, givesBelow, words),
                givesBelow && own != null && own.target() != null
                        ? address.with(Map.of("show", "", "q", "", "sort", "")).url(CascadePages.PATH)
                        : null,
                user.has(Role.ADMIN, Role.WARD_OFFICER) ? "/imports/targets" : null,
                table.replaceFirst("/table", "/table.csv"),
                table.replaceFirst("/table", "/table.xlsx"));
    }

    /** From the few to all that worry, and from those back to everybody. */
    private static @Nullable Choice others(TargetsAddress address, int worrying, StandingWords words) {
        if (TargetBoard.WORRYING.equals(address.get("show"))) {
            return new Choice(address.with(Map.of("show", "", "sort", "")).url(PATH), words.say("worries.everybody"));
        }
        return worrying <= WORRIES
                ? null
                : new Choice(
                        address.with(Map.of("show", TargetBoard.WORRYING, "sort", "gap"))
                                .url(PATH),
                        words.say("worries.all", words.vn().number(worrying)));
    }

    static String brief(IndicatorDefinition it, StandingWords words) {
        return words.figures().english() ? it.shortEn() : it.shortVi();
    }

    private Line line(Standing standing, TargetBoard.Read read, boolean gives, StandingWords words) {
        return new Line(
                standing.place().name(),
                entryUrl(standing, read),
                words.goal(standing),
                words.note(standing, read.period()),
                words.amount(standing, standing.amount()),
                words.parts(standing),
                words.reached(standing),
                words.bar(standing),
                words.amount(standing, standing.progress().expected()),
                words.amount(standing, standing.progress().forecast()),
                standing.level(),
                words.state(standing),
                concerns.first(standing, words.locale()),
                proposal(standing, gives, words));
    }

    static String entryUrl(Standing standing, TargetBoard.Read read) {
        boolean self = read.own() != null && standing.place().equals(read.own().place());
        String unit = self || standing.place().team()
                ? read.address().asked().getOrDefault("unit", "")
                : pinned(standing.place());
        String url = read.address()
                .with(Map.of("unit", unit, "by", "", "how", "", "show", "", "q", "", "sort", ""))
                .url(PATH + "/entry");
        return standing.place().team() ? url + "&team=" + standing.place().id() : url;
    }

    private static String pinned(TargetPlace place) {
        return UnitRef.of(place.code(), place.bornOn(), place.endedOn()).toString();
    }

    private static @Nullable Proposal proposal(Standing standing, boolean gives, StandingWords words) {
        CarriedTarget carried = standing.carried();
        if (carried == null) {
            return null;
        }
        BigDecimal amount = carried.amount();
        return new Proposal(
                carriedText(standing, words),
                amount == null ? null : amount.toPlainString(),
                pinned(standing.place()),
                carried.period().code(),
                standing.target() == null ? 0 : standing.target().version(),
                amount != null && gives);
    }

    /** Cộng từ 3 phường cũ: ... */
    static String carriedText(Standing standing, StandingWords words) {
        CarriedTarget carried = Objects.requireNonNull(standing.carried());
        BigDecimal amount = carried.amount();
        String sources = carried.from().stream()
                .map(it -> it.name() + " " + words.given(standing, it.amount()))
                .collect(Collectors.joining(", "));
        return words.say(
                standing.kind() == Kind.COUNT ? "carried.sum" : amount == null ? "carried.unknown" : "carried.average",
                words.vn().number(carried.from().size()),
                sources,
                words.given(standing, amount));
    }

    private Worry worry(Standing standing, TargetBoard.Read read, StandingWords words) {
        return new Worry(
                standing.place().name(),
                entryUrl(standing, read),
                standing.level().equals("good") || standing.level().equals("info") ? "near" : standing.level(),
                standing.concerns().stream()
                        .map(it -> concerns.text(standing, it, words.locale()))
                        .toList());
    }

    /** Only counts can be added up, and only those of the very same period. */
    private static @Nullable String split(Standing own, List<Standing> parts, StandingWords words) {
        if (own.kind() != Kind.COUNT || own.target() == null || parts.isEmpty()) {
            return null;
        }
        Period period = own.value().period();
        BigDecimal given = parts.stream()
                .filter(it -> it.target() != null && it.target().period().equals(period.code()))
                .map(it -> Objects.requireNonNull(it.target()).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return CascadePages.left(own.target().amount(), given, words);
    }

    private static String pace(@Nullable Standing own, StandingWords words) {
        if (own == null) {
            return "";
        }
        return words.say(
                own.flow() ? "pace.flow" : "pace.level",
                words.vn().number(own.progress().days()),
                words.vn().number(own.progress().of()));
    }

    private static PageOf<Standing> page(List<Standing> all, Paging paging) {
        int from = (int) Math.min(paging.offset(), all.size());
        return PageOf.of(all.subList(from, Math.min(from + paging.size(), all.size())), paging, all.size());
    }
}
