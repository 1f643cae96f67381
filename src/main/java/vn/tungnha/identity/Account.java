package vn.tungnha.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init")
class Account {

    @Id
    private UUID id;

    @Version
    private int version;

    private String username;
    private @Nullable String phone;
    private String displayName;
    private @Nullable String title;
    private @Nullable String passwordHash;
    private boolean mustChangePassword;
    private boolean enabled = true;
    private int failedAttempts;
    private @Nullable Instant lockedUntil;
    private Instant createdAt;
    private @Nullable UUID createdBy;

    Account(String username, @Nullable UUID createdBy, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    void rename(String newUsername) {
        username = newUsername;
    }

    void describe(String newDisplayName, @Nullable String newTitle, @Nullable String newPhone) {
        displayName = newDisplayName;
        title = newTitle;
        phone = newPhone;
    }

    void choosePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
        unlock();
    }

    void giveTemporaryPassword(String hash) {
        passwordHash = hash;
        mustChangePassword = true;
        unlock();
    }

    /** Nothing opens the account until its card does. */
    void awaitCard() {
        passwordHash = null;
        mustChangePassword = true;
        unlock();
    }

    void enable(boolean mayLogIn) {
        enabled = mayLogIn;
    }

    private void unlock() {
        failedAttempts = 0;
        lockedUntil = null;
    }
}
