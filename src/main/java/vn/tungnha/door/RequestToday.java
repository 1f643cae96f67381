package vn.tungnha.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Vn;
import vn.tungnha.visits.TodayNotes;

/** Puts what citizens have asked of a team above its worklist: the most urgent ones, the others as a number. */
@Component
@RequiredArgsConstructor
class RequestToday implements TodayNotes {

    private static final int SHOWN = 3;

    private final RequestList list;
    private final MessageSource messages;

    @Override
    public List<Line> of(long team, Locale locale) {
        List<RequestView> open = list.ofTeam(team);
        List<Line> lines = new ArrayList<>(
                open.stream().limit(SHOWN).map(request -> line(request, locale)).toList());
        if (open.size() > SHOWN) {
            lines.add(new Line(
                    messages.getMessage("door.today.more", new Object[] {open.size() - SHOWN}, locale),
                    messages.getMessage("door.today.all", null, locale),
                    "/field/requests"));
        }
        return lines;
    }

    private Line line(RequestView request, Locale locale) {
        String where = Objects.requireNonNullElse(request.address(), Objects.requireNonNullElse(request.village(), ""));
        return new Line(
                messages.getMessage(
                        "door.today.title",
                        new Object[] {request.kind().name(locale), Objects.requireNonNullElse(request.name(), "")},
                        locale),
                messages.getMessage(
                        "door.today.note", new Object[] {where, Vn.in(locale).day(request.dueOn())}, locale),
                "/field/requests/" + request.id());
    }
}
