package vn.tungnha.markets.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.markets.MarketTerm;
import vn.tungnha.markets.MarketTerms;
import vn.tungnha.markets.MarketView;
import vn.tungnha.markets.Markets;
import vn.tungnha.markets.StallCodes;
import vn.tungnha.markets.StallView;
import vn.tungnha.markets.StallVisit;
import vn.tungnha.markets.StallVisits;
import vn.tungnha.markets.StallWay;
import vn.tungnha.markets.Stalls;
import vn.tungnha.markets.WayTexts;
import vn.tungnha.markets.WayToken;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;

/** Puts one stall into words, at the desk and on the phone. */
@Component
@RequiredArgsConstructor
class StallPages {

    private final Stalls stalls;
    private final StallVisits visits;
    private final StallCodes codes;
    private final Markets markets;
    private final MarketTerms terms;
    private final WayTexts texts;
    private final MessageSource messages;

    /** One thing a stall may have, as a box to tick. */
    record Tick(String value, String text, boolean checked) {}

    /** Boxes that belong together, such as all QR codes. */
    record Ticks(String legend, List<Tick> ticks) {}

    /** A line of the history. */
    record Past(String when, String what, @Nullable String note) {}

    /** The code as it tells of itself. @param warning null = nothing to look out for */
    record Code(
            String payee,
            String account,
            String added,
            @Nullable String warning) {}

    /** A stall, ready to be shown. @param phone the last three digits */
    record Page(
            UUID id,
            int version,
            UUID marketId,
            String market,
            String place,
            String name,
            String goods,
            String trader,
            String phone,
            boolean hasPhone,
            String asked,
            String level,
            String state,
            @Nullable String closed,
            List<Ticks> ticks,
            List<Past> ways,
            List<Past> visits,
            @Nullable Code code,
            boolean keeps) {}

    Page page(UUID id, CurrentUser user, Locale locale) {
        StallView stall = stalls.get(id, user);
        return page(stall, Set.copyOf(stall.ways()), user, locale);
    }

    /** @param ticked what is ticked: what there is, or what was typed */
    Page page(StallView stall, Set<WayToken> ticked, CurrentUser user, Locale locale) {
        MarketWords words = new MarketWords(messages, locale);
        Vn vn = words.vn();
        MarketView market = markets.get(stall.marketId());
        String state = stall.cashless() ? "CASHLESS" : stall.askedOn() == null ? "NOT_ASKED" : "CASH_ONLY";
        return new Page(
                stall.id(),
                stall.version(),
                stall.marketId(),
                market.name(),
                market.commune() == null ? market.village() : market.village() + " · " + market.commune(),
                words.stall(stall),
                stall.goods() == null ? Vn.NONE : stall.goods(),
                stall.trader() == null ? Vn.NONE : stall.trader(),
                words.masked(stall.phoneLast3()),
                stall.phoneLast3() != null,
                stall.askedOn() == null
                        ? words.say("markets.asked.never")
                        : words.say("markets.asked.on", vn.day(stall.askedOn())),
                stall.cashless() ? "good" : stall.askedOn() == null ? "none" : "bad",
                words.say("markets.state." + state),
                stall.open() ? null : words.say("markets.stall.closed.on", vn.day(stall.closedOn())),
                ticks(ticked, words),
                stalls.history(stall.id()).stream().map(way -> past(way, words)).toList(),
                visits.of(stall.id()).stream().map(visit -> past(visit, words)).toList(),
                codes.about(stall.id()).map(code -> code(code, words)).orElse(null),
                user.has(Role.WARD_OFFICER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN));
    }

    /** Each provider of a way by itself; ways that ask for none together. */
    List<Ticks> ticks(Set<WayToken> ticked, MarketWords words) {
        List<MarketTerm> providers = terms.all(MarketTerms.Part.PROVIDER);
        List<Ticks> groups = new ArrayList<>();
        List<Tick> plain = new ArrayList<>();
        for (MarketTerm way : terms.all(MarketTerms.Part.WAY)) {
            if (!way.provided()) {
                tick(new WayToken(way.code(), null), way.name(words.locale()), way.enabled(), ticked, plain);
                continue;
            }
            List<Tick> boxes = new ArrayList<>();
            for (MarketTerm provider : providers) {
                tick(
                        new WayToken(way.code(), provider.code()),
                        provider.name(words.locale()),
                        way.enabled() && provider.enabled(),
                        ticked,
                        boxes);
            }
            if (!boxes.isEmpty()) {
                groups.add(new Ticks(words.say("markets.ways.of", way.name(words.locale())), boxes));
            }
        }
        if (!plain.isEmpty()) {
            groups.add(new Ticks(words.say("markets.ways.others"), plain));
        }
        return groups;
    }

    private static void tick(WayToken token, String name, boolean enabled, Set<WayToken> ticked, List<Tick> into) {
        if (enabled || ticked.contains(token)) {
            into.add(new Tick(token.toString(), name, ticked.contains(token)));
        }
    }

    private Past past(StallWay way, MarketWords words) {
        Vn vn = words.vn();
        return new Past(
                way.lasts()
                        ? words.say("markets.way.since", vn.day(way.validFrom()))
                        : words.say("markets.way.between", vn.day(way.validFrom()), vn.day(way.validTo())),
                texts.write(List.of(way.token()), words.locale()),
                way.lasts() ? null : words.say("markets.way.gone"));
    }

    private Past past(StallVisit visit, MarketWords words) {
        List<WayToken> had = visit.had();
        String found = had == null
                ? ""
                : had.isEmpty() ? ": " + words.say("markets.visit.nothing") : ": " + texts.write(had, words.locale());
        String note =
                Stream.of(visit.by(), visit.note()).filter(text -> text != null).collect(Collectors.joining(" · "));
        return new Past(
                words.vn().moment(visit.visitedAt()),
                words.say("markets.outcome." + visit.outcome()) + found,
                note.isEmpty() ? null : note);
    }

    private static Code code(StallCodes.About code, MarketWords words) {
        return new Code(
                code.payee() == null ? words.say("markets.code.no-payee") : code.payee(),
                code.accountEnd() == null
                        ? Vn.NONE
                        : words.say(
                                "markets.code.account", code.bank() == null ? Vn.NONE : code.bank(), code.accountEnd()),
                words.say(
                        "markets.code.added",
                        words.vn().day(Days.of(code.addedAt())),
                        code.by() == null ? Vn.NONE : code.by()),
                code.sound() ? null : words.say("markets.code.unsound"));
    }

    /** For files: "Mã QR (MoMo)". */
    String ways(StallView stall, Locale locale) {
        return texts.write(stall.ways(), locale);
    }
}
