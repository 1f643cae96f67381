package vn.tungnha.visits.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Entry;
import vn.tungnha.visits.Notice;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.VisitCommand;
import vn.tungnha.visits.VisitStatus;
import vn.tungnha.visits.VisitView;

/**
 * One visit with everything ever said about it, the newest first.
 *
 * @param attention why the ward should look at it; null when it need not
 * @param changeable may be corrected or withdrawn by the reader
 */
record VisitPage(
        String id,
        String householdId,
        String teamId,
        String title,
        String subtitle,
        String status,
        @Nullable String attention,
        @Nullable String otherId,
        boolean changeable,
        boolean withdrawn,
        List<VersionPart> versions) {

    record VersionPart(String title, String by, @Nullable String reason, List<Choice> facts) {}

    static VisitPage of(VisitView visit, Catalogue catalogue, Words words) {
        List<VersionPart> versions = new ArrayList<>();
        for (int i = visit.versions().size() - 1; i >= 0; i--) {
            versions.add(version(visit.versions().get(i), visit, catalogue, words));
        }
        VisitView.Other other = visit.other();
        return new VisitPage(
                visit.id().toString(),
                visit.householdId().toString(),
                String.valueOf(visit.last().told().teamId()),
                Words.address(visit.alley(), visit.number()),
                visit.teamName() + " · " + words.vn().moment(visit.visitedAt()),
                status(visit, words),
                visit.withdrawn() ? null : SentPage.attention(visit, words),
                other == null ? null : other.id().toString(),
                visit.changeable() && !visit.withdrawn(),
                visit.withdrawn(),
                versions);
    }

    /** Typed in from paper, or met at a desk: said beside the status. */
    private static String status(VisitView visit, Words words) {
        String status = words.say("visits.status." + visit.status());
        String desk = visit.deskName();
        if (desk != null) {
            status += " · " + words.say("paper.at-desk.where", desk);
        }
        return visit.entry() == Entry.PAPER ? status + " · " + words.say("paper.by-paper.long") : status;
    }

    private static VersionPart version(VisitView.Version version, VisitView visit, Catalogue catalogue, Words words) {
        String by = version.by() == null ? words.say("visits.attention.someone") : version.by();
        boolean withdrawal = version.kind() == VisitStatus.WITHDRAWN;
        return new VersionPart(
                words.say("visits.show.version", version.number()) + " · "
                        + words.say("visits.status." + version.kind()),
                words.say("visits.show.by", by, words.vn().moment(version.at())),
                version.reason(),
                withdrawal ? List.of() : facts(version.told(), visit, catalogue, words));
    }

    private static List<Choice> facts(VisitCommand told, VisitView visit, Catalogue catalogue, Words words) {
        List<Choice> facts = new ArrayList<>();
        add(facts, "visits.show.outcome", catalogue.outcome(told.outcome()).name(words.locale()), words);
        add(facts, "visits.show.when", words.vn().moment(told.visitedAt()), words);
        add(facts, "visits.show.members", people(told.memberIds(), visit, words), words);
        add(facts, "visits.show.accounts", accounts(told, visit, catalogue, words), words);
        add(
                facts,
                "visits.show.topics",
                told.topics().stream()
                        .map(code -> catalogue
                                .topic(code)
                                .map(topic -> topic.name(words.locale()))
                                .orElse(code))
                        .collect(Collectors.joining(", ")),
                words);
        add(facts, "visits.show.guided", guided(told, visit, words), words);
        Instant followUp = told.followUpAt();
        add(facts, "visits.show.follow-up", followUp == null ? "" : words.vn().moment(followUp), words);
        add(facts, "visits.show.note", Objects.requireNonNullElse(told.note(), ""), words);
        Notice notice = told.notice();
        add(facts, "visits.show.notice", notice == null ? "" : words.say("visits.notice." + notice), words);
        return facts;
    }

    private static void add(List<Choice> facts, String key, String text, Words words) {
        if (!text.isEmpty()) {
            facts.add(new Choice(words.say(key), text));
        }
    }

    private static String accounts(VisitCommand told, VisitView visit, Catalogue catalogue, Words words) {
        return told.activations().stream()
                .map(one -> words.say(
                        "visits.show.account",
                        name(one.residentId(), visit, words),
                        catalogue
                                .accountType(one.accountType())
                                .map(type -> type.shortName(words.locale()))
                                .orElse(one.accountType()),
                        result(one, catalogue, words)))
                .collect(Collectors.joining("; "));
    }

    private static String result(VisitCommand.Activation one, Catalogue catalogue, Words words) {
        String reason = one.failureReason();
        if (one.result() == Result.FAILED && reason != null) {
            return words.say(
                    "visits.result.FAILED.why",
                    catalogue
                            .failureReason(reason)
                            .map(known -> known.name(words.locale()))
                            .orElse(reason));
        }
        return words.say("visits.result." + one.result());
    }

    private static String guided(VisitCommand told, VisitView visit, Words words) {
        List<String> parts = new ArrayList<>();
        if (!told.guided().isEmpty()) {
            parts.add(people(told.guided(), visit, words));
        }
        if (told.guidedUnnamed() > 0) {
            parts.add(words.say("visits.show.unnamed", told.guidedUnnamed()));
        }
        return String.join("; ", parts);
    }

    private static String people(List<UUID> ids, VisitView visit, Words words) {
        return ids.stream().map(id -> name(id, visit, words)).collect(Collectors.joining(", "));
    }

    private static String name(UUID id, VisitView visit, Words words) {
        return visit.names().getOrDefault(id, words.say("visits.show.someone"));
    }
}
