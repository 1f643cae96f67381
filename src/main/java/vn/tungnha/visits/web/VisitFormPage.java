package vn.tungnha.visits.web;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.FailureReason;
import vn.tungnha.visits.Homes;
import vn.tungnha.visits.Topic;
import vn.tungnha.visits.Topic.Pillar;

/**
 * The form of a visit, new or corrected, with what was chosen so far.
 *
 * @param correction what a correction carries besides; null for a new visit
 * @param error null while nothing is wrong
 */
record VisitFormPage(
        String title,
        String subtitle,
        String household,
        String address,
        String back,
        String action,
        VisitForm form,
        String when,
        List<OutcomeCell> outcomes,
        List<PersonPart> persons,
        List<PillarPart> pillars,
        List<TopicCell> moreTopics,
        List<ReasonPart> reasons,
        List<ReasonPart> moreReasons,
        List<FollowUp> followUps,
        List<Choice> members,
        List<String> chips,
        @Nullable CorrectionPart correction,
        @Nullable Problem error) {

    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    record OutcomeCell(String code, String icon, String text, boolean chosen) {}

    record PersonPart(
            String id, String name, String about, boolean guided, List<AccountPart> accounts, List<AccountPart> more) {

        /** Whether there is anything behind "more": accounts rarely asked for, or one that may have been lost. */
        public boolean folds() {
            return !more.isEmpty() || accounts.stream().anyMatch(AccountPart::owned);
        }
    }

    /**
     * @param owned has it already: shown, not asked
     * @param chips reasons are one tap away; else they are chosen from a list, as accounts rarely asked for need no more
     */
    record AccountPart(
            String name,
            String reasonName,
            String text,
            boolean owned,
            String chosen,
            String reason,
            @Nullable String topic,
            boolean chips) {}

    /** @param card code of a picture card that helps; null where none does */
    record ReasonPart(
            String value,
            String text,
            @Nullable String card,
            @Nullable String cardTitle) {}

    record PillarPart(String icon, String text, List<TopicCell> topics) {}

    record TopicCell(String code, String text, boolean chosen) {}

    record FollowUp(String value, String title, String note, boolean chosen) {}

    /** @param names of everybody the visit was told of, whether or not they still live there */
    record CorrectionPart(String id, int basedOn, String reason, Map<UUID, String> names) {}

    /** @param field where the page should lead; {@code message} says what is missing or wrong there */
    record Problem(String field, String link, String message) {}

    static VisitFormPage of(
            Homes.Home home,
            VisitForm form,
            Catalogue catalogue,
            List<Choice> members,
            LocalDateTime now,
            Frame frame,
            Words words) {
        return new VisitFormPage(
                frame.title(),
                subtitle(home, words),
                home.id().toString(),
                Words.address(home.alley(), home.number()),
                frame.back(),
                frame.action(),
                form,
                frame.when(),
                catalogue.outcomes().stream()
                        .map(one -> new OutcomeCell(
                                one.code().name(),
                                Icons.outcome(one.code()),
                                one.name(words.locale()),
                                one.code().name().equals(form.outcome())))
                        .toList(),
                new PersonParts(form, catalogue, now.getYear(), words).of(home, frame.correction()),
                Arrays.stream(Pillar.values())
                        .map(pillar -> pillar(pillar, form, catalogue, words))
                        .toList(),
                Stream.concat(
                                catalogue.topics().stream().filter(topic -> !topic.onForm()),
                                form.topics().stream()
                                        .flatMap(code -> catalogue.topic(code).stream())
                                        .filter(topic -> !topic.enabled()))
                        .map(topic -> cell(topic, form, words))
                        .toList(),
                reasons(catalogue.failureReasons().stream().filter(FailureReason::onForm), catalogue, words),
                reasons(
                        Stream.concat(
                                catalogue.failureReasons().stream().filter(reason -> !reason.onForm()),
                                form.reasons().stream()
                                        .flatMap(code -> catalogue.failureReason(code).stream())
                                        .filter(reason -> !reason.enabled())),
                        catalogue,
                        words),
                followUps(form, now, words),
                members,
                Arrays.asList(words.say("visits.form.chips").split("\\|")),
                frame.correction(),
                frame.error());
    }

    /** What differs between a new visit and a correction. */
    record Frame(
            String title,
            String back,
            String action,
            String when,
            @Nullable CorrectionPart correction,
            @Nullable Problem error) {}

    private static List<ReasonPart> reasons(Stream<FailureReason> reasons, Catalogue catalogue, Words words) {
        return reasons.map(reason -> {
                    Catalogue.HelpfulCard card =
                            catalogue.cardFor(reason.code()).orElse(null);
                    return new ReasonPart(
                            reason.code(),
                            reason.name(words.locale()),
                            card == null ? null : card.code(),
                            card == null ? null : card.title(words.locale()));
                })
                .toList();
    }

    private static PillarPart pillar(Pillar pillar, VisitForm form, Catalogue catalogue, Words words) {
        return new PillarPart(
                Icons.pillar(pillar),
                words.say("visits.pillar." + pillar),
                catalogue.topics().stream()
                        .filter(topic -> topic.pillar() == pillar && topic.onForm())
                        .map(topic -> cell(topic, form, words))
                        .toList());
    }

    private static TopicCell cell(Topic topic, VisitForm form, Words words) {
        return new TopicCell(
                topic.code(), topic.name(words.locale()), form.topics().contains(topic.code()));
    }

    private static List<FollowUp> followUps(VisitForm form, LocalDateTime now, Words words) {
        List<FollowUp> choices = new ArrayList<>();
        LocalDateTime afternoon = now.toLocalDate().atTime(17, 30);
        if (now.isBefore(afternoon.minusHours(1))) {
            choices.add(followUp("afternoon", afternoon, form, words));
        }
        choices.add(followUp("tomorrow", now.toLocalDate().plusDays(1).atTime(19, 0), form, words));
        choices.add(followUp(
                "saturday",
                now.toLocalDate()
                        .plusDays(2)
                        .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                        .atTime(8, 0),
                form,
                words));
        return choices;
    }

    /** The householder may not be among those shown. */
    private static String subtitle(Homes.Home home, Words words) {
        String address = Words.address(home.alley(), home.number());
        String householder = words.householder(home);
        return householder.isEmpty() ? address : address + " · " + householder;
    }

    private static FollowUp followUp(String key, LocalDateTime at, VisitForm form, Words words) {
        String value = LOCAL.format(at);
        return new FollowUp(
                value,
                words.say("visits.form.later." + key),
                words.vn().time(at.toLocalTime()) + ", " + words.vn().weekdayAndDay(at.toLocalDate()),
                value.equals(form.text("followUp")));
    }

    /** Where a complaint of the service belongs on the page. */
    static Problem problem(String field, String message, Words words) {
        String anchor = field.replaceAll("[\\[.].*", "");
        String known = List.of(
                                "outcome",
                                "followUp",
                                "followUpAt",
                                "note",
                                "guided",
                                "guidedUnnamed",
                                "topics",
                                "visitedAt",
                                "activations",
                                "reason")
                        .contains(anchor)
                ? anchor
                : anchor.equals("memberIds") || anchor.equals("members") ? "visitedAt" : "outcome";
        String link = field.equals("outcome") ? words.say("visits.form.error.outcome") : message;
        return new Problem(known, link, message);
    }

    /** Whether a chosen reason stands under "more", which then has to be open. */
    public boolean hasMore(String reason) {
        return moreReasons.stream().anyMatch(one -> one.value().equals(reason));
    }

    public boolean at(String field) {
        return error != null && error.field().equals(field);
    }
}
