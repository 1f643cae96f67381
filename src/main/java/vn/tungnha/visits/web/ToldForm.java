package vn.tungnha.visits.web;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import vn.tungnha.shared.Days;
import vn.tungnha.visits.Notice;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.VisitCommand;

/** Fills the form with what was told before. */
final class ToldForm {

    private ToldForm() {}

    static VisitForm of(VisitCommand told) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("id", told.id().toString());
        form.add("teamId", String.valueOf(told.teamId()));
        form.add("visitedAt", moment(told.visitedAt()));
        form.add("outcome", told.outcome().name());
        told.memberIds().forEach(id -> form.add("members", id.toString()));
        told.topics().forEach(topic -> form.add("topics", topic));
        told.guided().forEach(id -> form.add("guided", id.toString()));
        if (told.guidedUnnamed() > 0) {
            form.add("guidedUnnamed", String.valueOf(told.guidedUnnamed()));
        }
        told.activations().forEach(one -> answer(form, one));
        Instant followUp = told.followUpAt();
        if (followUp != null) {
            form.add("followUp", VisitForm.OTHER_TIME);
            form.add("followUpAt", moment(followUp));
        }
        Notice notice = told.notice();
        form.add("notice", notice == null ? "" : notice.name());
        form.add("note", text(told.note()));
        return new VisitForm(form);
    }

    private static void answer(MultiValueMap<String, String> form, VisitCommand.Activation one) {
        String key = one.residentId() + "." + one.accountType();
        form.add(
                "r." + key,
                one.result() == Result.FAILED
                        ? Result.NOT_YET.name()
                        : one.result().name());
        form.add("f." + key, text(one.failureReason()));
    }

    private static String moment(Instant instant) {
        return VisitFormPage.LOCAL.format(LocalDateTime.ofInstant(instant, Days.ZONE));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
