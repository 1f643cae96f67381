package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Entry;
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
        boolean reopenable,
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
                visit.settled() && visit.attention().isEmpty() && !visit.withdrawn(),
                versions);
    }

    /** Typed in from paper, or met at a desk: said beside the status. */
    private static String status(VisitView visit, Words words) {
        String status = words.say("visits.status." + visit.status());
        String desk = visit.deskName();
        if (visit.atDesk()) {
            status += " · " + (desk == null ? words.say("paper.at-desk") : words.say("paper.at-desk.where", desk));
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
                withdrawal ? List.of() : new ToldWords(visit.names(), catalogue, words).facts(version.told()));
    }
}
