package vn.tungnha.visits.web;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
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
            String id, String name, String about, boolean guided, List<AccountPart> accounts, List<AccountPart> more) {}

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

    record CorrectionPart(String id, int basedOn, String reason) {}

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
                Words.address(home.alley(), home.number()) + " · " + words.householder(home),
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
                home.persons().stream()
                        .map(person -> person(person, form, catalogue, now.getYear(), words))
                        .toList(),
                Arrays.stream(Pillar.values())
                        .map(pillar -> pillar(pillar, form, catalogue, words))
                        .toList(),
                catalogue.topics().stream()
                        .filter(topic -> !topic.onForm())
                        .map(topic -> cell(topic, form, words))
                        .toList(),
                reasons(catalogue, true, words),
                reasons(catalogue, false, words),
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

    private static List<ReasonPart> reasons(Catalogue catalogue, boolean onForm, Words words) {
        return catalogue.failureReasons().stream()
                .filter(reason -> reason.onForm() == onForm)
                .map(reason -> {
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

    private static PersonPart person(Homes.Person person, VisitForm form, Catalogue catalogue, int year, Words words) {
        List<AccountPart> main = new ArrayList<>();
        List<AccountPart> more = new ArrayList<>();
        for (AccountType type : catalogue.accountTypes()) {
            if (person.oldEnough(type, year)) {
                (type.onForm() ? main : more).add(account(person, type, form, words));
            }
        }
        return new PersonPart(
                person.id().toString(),
                words.person(person, year),
                words.about(person, year),
                form.guided().contains(person.id().toString()),
                main,
                more);
    }

    private static AccountPart account(Homes.Person person, AccountType type, VisitForm form, Words words) {
        UUID id = person.id();
        String answer = form.answer(id, type.code());
        return new AccountPart(
                "r." + id + "." + type.code(),
                "f." + id + "." + type.code(),
                type.shortName(words.locale()),
                person.state(type.code()).holds() && (answer.isEmpty() || answer.equals("LOST")),
                answer,
                form.reason(id, type.code()),
                type.topic(),
                type.onForm());
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
