package vn.tungnha.door.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tungnha.door.RequestView;

/** A request in a list, ready to be shown. */
record RequestLine(
        String id,
        String title,
        String kind,
        @Nullable String who,
        String where,
        @Nullable String team,
        String received,
        String due,
        boolean overdue,
        boolean open,
        String state,
        String level) {

    private static final int LONGEST = 90;

    static RequestLine of(RequestView request, LocalDate today, DoorWords words) {
        boolean overdue = request.overdue(today);
        String where = Objects.requireNonNullElse(request.village(), "");
        String address = Objects.requireNonNullElse(request.address(), "");
        return new RequestLine(
                request.id().toString(),
                title(request, words),
                request.kind().name(words.locale()),
                request.name(),
                address.isEmpty() ? where : where.isEmpty() ? address : address + ", " + where,
                request.team(),
                words.vn().day(request.receivedAt()),
                words.vn().day(request.dueOn()),
                overdue,
                request.open(),
                words.state(request.state()),
                DoorWords.level(request.state(), overdue));
    }

    private static String title(RequestView request, DoorWords words) {
        if (request.erased()) {
            return words.say("door.erased");
        }
        String text = request.words() == null
                ? Objects.requireNonNullElse(request.wanted(), request.kind().name(words.locale()))
                : request.words().replace('\n', ' ');
        return text.length() > LONGEST ? text.substring(0, LONGEST).strip() + "…" : text;
    }
}
