package vn.tungnha.door.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.door.PublicRequests;
import vn.tungnha.door.RequestState;

/** What became of a request, ready to be shown to whoever has its code. */
record FollowedPage(
        String code,
        String kind,
        String ward,
        @Nullable String team,
        String received,
        String due,
        String state,
        String level,
        boolean open,
        @Nullable String answer,
        @Nullable String settled,
        List<String> steps,
        int step) {

    static FollowedPage of(PublicRequests.Followed found, DoorWords words) {
        boolean open = found.state().open();
        return new FollowedPage(
                found.code(),
                found.kind().name(words.locale()),
                found.ward(),
                found.team(),
                words.vn().moment(found.receivedAt()),
                words.vn().weekdayAndDay(found.dueOn()),
                words.say("door.track.state." + found.state()),
                DoorWords.level(found.state(), false),
                open,
                found.answer(),
                found.settledAt() == null ? null : words.vn().day(found.settledAt()),
                List.of(words.say("door.track.step.0"), words.say("door.track.step.1"), words.say("door.track.step.2")),
                open ? found.state() == RequestState.NEW ? 0 : 1 : 2);
    }
}
