package vn.tungnha.door.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.door.RequestState;
import vn.tungnha.door.RequestView;
import vn.tungnha.shared.Choice;

/**
 * A request on its page, ready to be shown.
 *
 * @param call number to dial; null without one
 * @param publishable whether its answer may be put into the register
 */
record RequestDetail(
        String id,
        int version,
        RequestLine line,
        List<Choice> facts,
        @Nullable String words,
        @Nullable String call,
        @Nullable String phone,
        boolean open,
        boolean reopenable,
        @Nullable String answer,
        @Nullable String answered,
        @Nullable String mergedInto,
        @Nullable String visit,
        boolean publishable,
        boolean published,
        String publicWords) {

    static RequestDetail of(RequestView request, @Nullable String phone, LocalDate today, DoorWords words) {
        List<Choice> facts = new ArrayList<>();
        add(facts, words.say("door.fact.name"), request.name());
        add(facts, words.say("door.fact.address"), request.address());
        add(facts, words.say("door.fact.village"), request.village());
        add(facts, words.say("door.fact.wanted"), request.wanted());
        add(facts, words.say("door.fact.received"), words.vn().moment(request.receivedAt()));
        add(facts, words.say("door.fact.due"), words.vn().weekdayAndDay(request.dueOn()));
        add(facts, words.say("door.fact.team"), request.team());
        boolean answered = request.state() == RequestState.ANSWERED;
        return new RequestDetail(
                request.id().toString(),
                request.version(),
                RequestLine.of(request, today, words),
                facts,
                request.words(),
                phone == null ? null : "tel:" + phone,
                phone == null ? null : TeamCard.grouped(phone),
                request.open(),
                !request.open() && !request.erased(),
                request.answer(),
                request.settledAt() == null
                        ? null
                        : words.say(
                                "door.settled",
                                words.state(request.state()),
                                request.settledBy() == null ? words.vn().number(null) : request.settledBy(),
                                words.vn().moment(request.settledAt())),
                request.mergedInto() == null ? null : request.mergedInto().toString(),
                request.visit() == null ? null : request.visit().toString(),
                answered && request.mayPublish(),
                request.publishedAt() != null,
                request.publicWords() == null ? request.words() == null ? "" : request.words() : request.publicWords());
    }

    private static void add(List<Choice> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Choice(label, value));
        }
    }
}
