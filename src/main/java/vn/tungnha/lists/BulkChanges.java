package vn.tungnha.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskEdit.Held;
import vn.tungnha.shared.desk.DeskList;

/**
 * Sets one value for one row or many, all of them or none, and sets it back within half an hour: rows that somebody has
 * changed since stay as they are and are named. Every row goes through the write of the module that owns it.
 */
@Service
@RequiredArgsConstructor
public class BulkChanges {

    /** At once, so that a request stays short and its locks too. */
    public static final int MOST = 500;

    public static final Duration UNDO = Duration.ofMinutes(30);

    private final DeskLists desks;
    private final BulkStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A row somebody has chosen, as it stands. */
    public record Line(String id, Held held) {}

    /** @param kept rows that were left as they are */
    public record Undone(BulkChange change, int back, List<Kept> kept) {}

    /** @param why message key */
    public record Kept(String name, String why) {}

    /** How the chosen rows stand. */
    public List<Line> look(DeskEdit<CurrentUser> edit, Collection<String> ids, CurrentUser user) {
        CurrentUser acting = DeskLists.editing(edit, user);
        return new TreeSet<>(ids)
                .stream().map(id -> new Line(id, edit.held(id, acting))).toList();
    }

    /**
     * Sets the value where it is not so already and nothing stands against it.
     *
     * @throws RowRefused when a rule forbids it for one of them; then nothing is changed
     */
    public BulkChange make(
            DeskList<CurrentUser> list,
            DeskEdit<CurrentUser> edit,
            Collection<String> ids,
            String value,
            String back,
            CurrentUser user) {
        if (ids.size() > MOST) {
            throw new RuleBroken("lists.error.many", MOST);
        }
        UUID id = UUID.randomUUID();
        CurrentUser acting = DeskLists.editing(edit, user);
        return Objects.requireNonNull(transaction.execute(status -> {
            store.begin(id, list.code(), edit.code(), value, back, user);
            int changed = 0;
            for (String ref : new TreeSet<>(ids)) {
                Held held = edit.held(ref, acting);
                if (held.obstacle() == null && !held.value().equals(value)) {
                    put(edit, ref, held, value, acting);
                    store.add(id, ref, held.value(), edit.held(ref, acting).state());
                    changed++;
                }
            }
            tell("list.changed", id, list, edit, Map.of("value", value, "rows", changed));
            return store.get(id, user);
        }));
    }

    /**
     * The same for one cell that was looked at before.
     *
     * @throws Stale when somebody has changed the row since
     */
    public BulkChange one(
            DeskList<CurrentUser> list,
            DeskEdit<CurrentUser> edit,
            String ref,
            String state,
            String value,
            String back,
            CurrentUser user) {
        UUID id = UUID.randomUUID();
        CurrentUser acting = DeskLists.editing(edit, user);
        return Objects.requireNonNull(transaction.execute(status -> {
            store.begin(id, list.code(), edit.code(), value, back, user);
            Held held = edit.held(ref, acting);
            if (!held.state().equals(state)) {
                throw new Stale(list.code(), ref);
            }
            if (held.obstacle() != null) {
                throw new RuleBroken(held.obstacle());
            }
            if (!held.value().equals(value)) {
                edit.put(ref, state, value, acting);
                store.add(id, ref, held.value(), edit.held(ref, acting).state());
            }
            return store.get(id, user);
        }));
    }

    /**
     * One's own change goes back, as far as nobody has changed its rows since.
     *
     * @throws NotFound when it is somebody else's
     * @throws RuleBroken when it is too late, or done already
     */
    public Undone undo(UUID id, CurrentUser user) {
        BulkChange change = store.get(id, user);
        DeskList<CurrentUser> list = desks.require(change.list(), user);
        DeskEdit<CurrentUser> edit = desks.require(list, change.edit(), user);
        CurrentUser acting = DeskLists.editing(edit, user);
        List<Kept> kept = new ArrayList<>();
        List<BulkStore.Row> backs = new ArrayList<>();
        for (BulkStore.Row row : store.rows(id)) {
            stays(edit, row, acting, kept, backs);
        }
        Objects.requireNonNull(transaction.execute(status -> {
            store.turnBack(id, clock.instant().minus(UNDO).atOffset(ZoneOffset.UTC), user);
            for (BulkStore.Row row : backs) {
                Held held = edit.held(row.ref(), acting);
                if (!held.state().equals(row.state())) {
                    throw new Stale(list.code(), row.ref());
                }
                put(edit, row.ref(), held, row.before(), acting);
            }
            tell("list.undone", id, list, edit, Map.of("rows", backs.size(), "kept", kept.size()));
            return status;
        }));
        return new Undone(store.get(id, user), backs.size(), kept);
    }

    public BulkChange get(UUID id, CurrentUser user) {
        return store.get(id, user);
    }

    /** Whether there is still time. */
    public boolean undoable(BulkChange change) {
        Instant until = change.madeAt().plus(UNDO);
        return change.undoneAt() == null && change.rows() > 0 && until.isAfter(clock.instant());
    }

    /** Asked before the transaction: what is out of reach by now would spoil it for the others. */
    private void stays(
            DeskEdit<CurrentUser> edit,
            BulkStore.Row row,
            CurrentUser user,
            List<Kept> kept,
            List<BulkStore.Row> backs) {
        try {
            Held held = edit.held(row.ref(), user);
            if (!held.state().equals(row.state())) {
                kept.add(new Kept(held.name(), "lists.kept.changed"));
            } else if (held.obstacle() != null) {
                kept.add(new Kept(held.name(), held.obstacle()));
            } else {
                backs.add(row);
            }
        } catch (NotFound | OutOfScope gone) {
            kept.add(new Kept("", "lists.kept.gone"));
        }
    }

    private static void put(DeskEdit<CurrentUser> edit, String ref, Held held, String value, CurrentUser user) {
        try {
            edit.put(ref, held.state(), value, user);
        } catch (RuleBroken broken) {
            throw new RowRefused(held.name(), broken);
        }
    }

    private void tell(
            String action, UUID id, DeskList<CurrentUser> list, DeskEdit<CurrentUser> edit, Map<String, Object> what) {
        events.publishEvent(new Audited(
                action, "list", id.toString(), null, Map.of("list", list.code(), "edit", edit.code()), what, null));
    }
}
