package vn.tungnha.households;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ResidentRepository extends JpaRepository<Resident, UUID> {

    List<Resident> findByHouseholdIdAndStatus(UUID householdId, ResidentStatus status);
}
