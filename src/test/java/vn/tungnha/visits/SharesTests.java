package vn.tungnha.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

@SharedApplication
class SharesTests {

    private static final String NEAR = "Kiệt 112 Hải Phòng";
    private static final String FAR = "Kiệt 128, Hải Phòng";

    @Autowired
    private Shares shares;

    @Autowired
    private Rounds rounds;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;
    private UUID near;
    private UUID far;

    @BeforeEach
    void layOutTwoAlleys() {
        field = FieldFixture.in(jdbc);
        near = field.another(NEAR, "2");
        far = field.another(FAR, "4");
    }

    @Test
    void sendsTwoMembersToDifferentDoors() {
        assertThat(next(field.leader())).isEqualTo(next(field.member()));

        shares.evenly(field.team, Set.of(field.leaderMember, field.otherMember), field.leader());

        List<UUID> both = new ArrayList<>(all(field.leader()));
        both.addAll(all(field.member()));
        assertThat(both).doesNotHaveDuplicates().containsExactlyInAnyOrder(field.household, near, far);
        assertThat(all(field.leader())).hasSizeBetween(1, 2);
        assertThat(next(field.leader())).isNotEqualTo(next(field.member()));
    }

    @Test
    void handsOverAlleysAndSingleHouses() {
        shares.hand(field.team, field.otherMember, alley(FAR), field.leader());
        shares.hand(field.team, field.otherMember, house(near), field.leader());

        assertThat(all(field.member())).startsWith(near, far);
        assertThat(all(field.leader())).containsExactly(field.household);
    }

    @Test
    void takesOverAndGivesBackOnUndo() {
        shares.hand(field.team, field.leaderMember, alley(FAR), field.leader());

        Shares.Done taken = shares.take(field.team, alley(FAR), field.member());
        assertThat(next(field.member())).isEqualTo(far);
        assertThat(all(field.leader())).doesNotContain(far);

        shares.undo(field.team, taken.id(), field.member());
        assertThat(next(field.leader())).isEqualTo(far);
        assertThat(all(field.member())).doesNotContain(far);
    }

    @Test
    void undoesOneSharingAndKeepsWhatCameAfter() {
        Shares.Done first = shares.hand(field.team, field.leaderMember, alley(FAR), field.leader());
        shares.take(field.team, alley(FAR), field.member());

        shares.undo(field.team, first.id(), field.leader());

        assertThat(next(field.member())).isEqualTo(far);
    }

    @Test
    void holdsForItsDayOnly() {
        shares.hand(field.team, field.otherMember, alley(FAR), field.leader());
        jdbc.sql("update field_share set day = day - 1 where team_id = ?")
                .param(field.team)
                .update();

        assertThat(all(field.leader())).contains(far);
        assertThat(rounds.today(field.team, field.member()).hasPart()).isFalse();
    }

    @Test
    void letsOnlyLeadersHandOutAndOnlyTheirOwnTeam() {
        assertThatThrownBy(() -> shares.hand(field.team, field.leaderMember, alley(FAR), field.member()))
                .isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> shares.evenly(field.team, Set.of(field.otherMember), field.member()))
                .isInstanceOf(OutOfScope.class);
        FieldFixture elsewhere = FieldFixture.in(jdbc);
        assertThatThrownBy(() -> shares.hand(elsewhere.team, elsewhere.otherMember, alley(FAR), field.leader()))
                .isInstanceOf(OutOfScope.class);
        assertThatThrownBy(() -> shares.hand(field.team, elsewhere.otherMember, alley(FAR), field.leader()))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> shares.hand(field.team, field.otherMember, house(elsewhere.household), field.leader()))
                .isInstanceOf(RuleBroken.class);
    }

    private static Shares.Wanted alley(String name) {
        return new Shares.Wanted(Set.of(name), Set.of());
    }

    private static Shares.Wanted house(UUID id) {
        return new Shares.Wanted(Set.of(), Set.of(id));
    }

    private UUID next(CurrentUser user) {
        return rounds.today(field.team, user).next().get(0).id();
    }

    private List<UUID> all(CurrentUser user) {
        return rounds.today(field.team, user).candidates().stream()
                .map(Stop::id)
                .toList();
    }
}
