package vn.tungnha.visits.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.Contest;
import vn.tungnha.visits.VisitCommand;
import vn.tungnha.visits.VisitMerge;

/** Clashes of two tellings, field by field, in plain words. */
record ClashWords(ToldWords told, Words words) {

    /**
     * One field to choose.
     *
     * @param choice the default: {@code mine} or {@code theirs}, whichever was told later
     */
    record Line(String field, String label, String base, String mine, String theirs, String choice) {

        public boolean mineFirst() {
            return "mine".equals(choice);
        }
    }

    List<Line> lines(Contest contest) {
        VisitMerge merge = contest.merge();
        return contest.clashes().stream()
                .map(clash -> new Line(
                        clash.id(),
                        label(clash),
                        value(clash, merge.base()),
                        value(clash, merge.mine()),
                        value(clash, merge.theirs()),
                        contest.mineIsLater() ? "mine" : "theirs"))
                .toList();
    }

    private String label(VisitMerge.Clash clash) {
        return clash.field() == VisitMerge.Field.ACTIVATION
                ? told.account(clash.key().resident(), clash.key().accountType())
                : words.say("visits.conflict.field." + clash.field());
    }

    private String value(VisitMerge.Clash clash, VisitCommand of) {
        String text =
                switch (clash.field()) {
                    case OUTCOME -> told.outcome(of);
                    case VISITED_AT -> words.vn().moment(of.visitedAt());
                    case GUIDED_UNNAMED -> words.vn().number(of.guidedUnnamed());
                    case FOLLOW_UP_AT -> told.followUp(of);
                    case NOTICE -> told.notice(of);
                    case NOTE -> ToldWords.note(of);
                    case ACTIVATION -> result(clash, of);
                    case MEMBERS -> told.people(of.memberIds());
                    case TOPICS -> told.topics(of.topics());
                    case GUIDED -> told.people(of.guided());
                    case HOUSEHOLD -> told.home(of.householdId());
                    case TEAM -> told.team(of.teamId());
                };
        return text.isEmpty()
                ? words.say("visits.conflict.nothing")
                : text.substring(0, 1).toUpperCase(words.locale()) + text.substring(1);
    }

    private String result(VisitMerge.Clash clash, VisitCommand of) {
        VisitCommand.@Nullable Activation one = of.activations().stream()
                .filter(it -> it.residentId().equals(clash.key().resident())
                        && it.accountType().equals(clash.key().accountType()))
                .findFirst()
                .orElse(null);
        return one == null ? "" : told.result(one);
    }
}
