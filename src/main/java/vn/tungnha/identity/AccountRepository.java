package vn.tungnha.identity;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRepository extends JpaRepository<Account, UUID> {

    boolean existsByUsername(String username);

    boolean existsByPhoneAndIdNot(String phone, UUID id);
}
