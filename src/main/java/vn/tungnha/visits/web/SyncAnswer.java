package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.Attention;
import vn.tungnha.visits.Told;
import vn.tungnha.visits.VisitView;

/**
 * What a phone gets back for one entry of its queue.
 *
 * @param held nothing is counted yet, somebody has to decide
 * @param merged fields taken over from somebody else's version
 */
record SyncAnswer(VisitApi.ReceiptView receipt, boolean held, String place, List<Note> notes, List<String> merged) {

    /** What the teller should know, in plain words. */
    record Note(String code, String title, @Nullable String link) {}

    /** @param visit told of a visit, which has a page of its own */
    static SyncAnswer of(Told told, boolean visit, boolean clockWrong, Words words) {
        String link = !visit ? null : "/field/visits/" + told.receipt().id();
        List<Note> notes = new ArrayList<>();
        told.held().forEach(why -> notes.add(new Note(why.name(), words.say("visits.held.phone." + why), link)));
        VisitView.Other other = told.other();
        told.attention()
                .forEach(why -> notes.add(
                        why == Attention.DOUBLE && other != null
                                ? new Note(why.name(), SentPage.doubled(other, words), "/field/visits/" + other.id())
                                : new Note(why.name(), words.say("visits.attention." + why), link)));
        if (told.movedTo() != null) {
            notes.add(new Note("MOVED_SINCE", words.say("visits.note.moved-since", told.movedTo()), link));
        }
        if (clockWrong) {
            notes.add(new Note("CLOCK", words.say("visits.note.clock"), null));
        }
        if (!told.taken().isEmpty()) {
            notes.add(new Note("MERGED", words.say("visits.merged"), link));
        }
        return new SyncAnswer(
                VisitApi.ReceiptView.of(told.receipt()),
                !told.held().isEmpty(),
                told.place() == null ? words.say("visits.sent.ward") : told.place(),
                notes,
                told.taken().stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
