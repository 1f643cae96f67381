package vn.tungnha.households;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeSource;

/** Another ward asks about somebody: to the officer of the ward that can say. */
@Component
@RequiredArgsConstructor
class PresenceNotices implements NoticeSource {

    private final Presences presences;
    private final MessageSource messages;

    @Override
    public List<Notice> of(CurrentUser user, Locale locale) {
        CurrentUser officer = user.as(Role.WARD_OFFICER);
        return officer.roles().isEmpty()
                ? List.of()
                : presences.waiting(officer).stream()
                        .map(question -> new Notice(
                                "presence:" + question.id(),
                                Notice.Kind.MEMBER,
                                question.at(),
                                "info",
                                messages.getMessage(
                                        "doubles.notice", new Object[] {String.valueOf(question.ward())}, locale),
                                question.name(),
                                "/duplicates?show=questions"))
                        .toList();
    }
}
