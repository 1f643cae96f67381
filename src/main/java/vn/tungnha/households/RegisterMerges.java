package vn.tungnha.households;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.RuleBroken;

/** Two entries of one person or household become one, and two again. Both must lie in the scope. */
@Service
@RequiredArgsConstructor
@Transactional
public class RegisterMerges {

    private final HouseholdPlaces places;
    private final Households register;
    private final ResidentMerging residents;
    private final HouseholdMerging households;
    private final MergeJournal journal;
    private final List<FollowsMerges> followers;

    public UUID mergeResidents(MergeCommand command, CurrentUser user) {
        requireTwo(command);
        register.resident(command.gone(), user);
        register.resident(command.kept(), user);
        return residents.merge(command, user);
    }

    public UUID mergeHouseholds(MergeCommand command, CurrentUser user) {
        requireTwo(command);
        places.require(command.gone(), user);
        places.require(command.kept(), user);
        return households.merge(command, user);
    }

    /** Gives both back as they were; what happened since stays with the side it was entered for. */
    public void part(UUID merge, CurrentUser user) {
        MergeJournal.Merge found = journal.find(merge);
        if (found.kind() == MergeJournal.Kind.RESIDENT) {
            register.resident(found.kept(), user);
            residents.part(journal.toUndo(merge), user);
        } else {
            register.get(found.kept(), user);
            households.part(journal.toUndo(merge), user);
        }
    }

    @Transactional(readOnly = true)
    public List<FollowsMerges.Effect> ofResidents(UUID gone, UUID kept) {
        return Stream.concat(
                        Stream.of(new FollowsMerges.Effect("doubles.effect.stays", residents.stays(gone))),
                        followers.stream().flatMap(each -> each.ofResidents(gone, kept).stream()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<FollowsMerges.Effect> ofHouseholds(UUID gone, UUID kept) {
        return Stream.concat(
                        Stream.of(new FollowsMerges.Effect("doubles.effect.people", households.people(gone))),
                        followers.stream().flatMap(each -> each.ofHouseholds(gone, kept).stream()))
                .toList();
    }

    private static void requireTwo(MergeCommand command) {
        if (command.gone().equals(command.kept())) {
            throw new RuleBroken("doubles.error.itself");
        }
    }
}
