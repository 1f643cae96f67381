package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface TeamMemberRepository extends JpaRepository<TeamMember, UUID> {

    List<TeamMember> findByTeamIdAndLeftOnGreaterThanEqual(long teamId, LocalDate day);

    List<TeamMember> findByTeamIdAndRoleAndLeftOnGreaterThanEqual(long teamId, TeamRole role, LocalDate day);
}
