package vn.tungnha.contests.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.References;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/** Takes back questions that came with a file: those nobody has changed, and no contest has chosen. */
@Component
@RequiredArgsConstructor
class QuestionImportUndo implements TakesBack<CurrentUser> {

    private final References references;
    private final QuestionRows rows;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    private record Now(String ref, String name, String state) {}

    List<Made> made(Collection<UUID> ids) {
        return now(ids.stream().map(UUID::toString).toList()).values().stream()
                .map(one -> new Made("quiz-question", one.ref(), one.ref(), one.state()))
                .toList();
    }

    @Override
    public List<Staying> staying(List<Made> made, CurrentUser user) {
        List<String> refs = made.stream().map(Made::ref).toList();
        Map<String, Now> now = now(refs);
        Map<String, String> used = references.to("quiz_question", refs, Set.of("quiz_choice.question_id"));
        List<Staying> staying = new ArrayList<>();
        for (Made one : made) {
            Now present = now.get(one.ref());
            if (present != null && used.containsKey(one.ref())) {
                staying.add(Staying.used(one.ref(), present.name(), String.valueOf(used.get(one.ref()))));
            } else if (present != null && !present.state().equals(one.state())) {
                staying.add(Staying.changed(one.ref(), present.name()));
            }
        }
        return staying;
    }

    @Override
    public void takeBack(List<Made> made, String reason, CurrentUser user) {
        rows.delete(made.stream().map(one -> UUID.fromString(one.ref())).toList());
        made.forEach(one -> events.publishEvent(
                new Audited("quiz-question.taken-back", "quiz-question", one.ref(), null, one, null, reason)));
    }

    private Map<String, Now> now(List<String> refs) {
        Map<String, Now> now = new HashMap<>();
        jdbc.sql("""
                        select id::text as ref, text as name, version::text as state from quiz_question
                        where id = any(cast(:ids as uuid[]))""")
                .param("ids", refs.toArray(String[]::new))
                .query(Now.class)
                .list()
                .forEach(one -> now.put(one.ref(), one));
        return now;
    }
}
